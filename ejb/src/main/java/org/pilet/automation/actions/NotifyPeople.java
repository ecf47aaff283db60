package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Sends people of the house a mail; without words of its own it says in theirs that the ticket needs them. */
@Dependent
class NotifyPeople implements ActionKind {

    @Override
    public String name() {
        return "notifyPeople";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.several("people", Parameter.Type.PERSON),
                Parameter.one("subject", Parameter.Type.TEXT).optional(),
                Parameter.one("text", Parameter.Type.LONG_TEXT).optional());
    }

    @Override
    public void perform(Arguments arguments, Work work) {
        work.tell(Audience.PEOPLE, arguments.numbers("people"), arguments.text("subject"), arguments.text("text"));
    }
}
