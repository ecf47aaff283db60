package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** That calendar is open at the moment. */
@Dependent
class CalendarIsOpen implements ConditionKind {

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("calendar", Parameter.Type.CALENDAR));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        long calendar = arguments.number("calendar");
        return facts -> facts.calendars().open(calendar, facts.now());
    }
}
