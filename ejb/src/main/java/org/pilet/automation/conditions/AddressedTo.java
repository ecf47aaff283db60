package org.pilet.automation.conditions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** What was said was addressed to that address, or to one of that domain, among others or alone. */
@Dependent
class AddressedTo implements ConditionKind {

    /** Whatever stands around them: names, brackets, commas. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+");

    @Override
    public String name() {
        return "recipient";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.one("address", Parameter.Type.TEXT));
    }

    @Override
    public Predicate<Facts> given(Arguments arguments) {
        WantedAddress wanted = new WantedAddress(arguments.text("address"));
        return facts -> ADDRESS.matcher(facts.message().recipients())
                .results()
                .map(MatchResult::group)
                .anyMatch(wanted::fits);
    }
}
