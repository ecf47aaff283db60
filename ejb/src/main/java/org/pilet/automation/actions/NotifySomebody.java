package org.pilet.automation.actions;

import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/**
 * Sends those a mail whom the ticket itself names; without words of its own it says in theirs that the ticket needs them.
 */
interface NotifySomebody extends ActionKind {

    Audience audience();

    @Override
    default List<Parameter> parameters() {
        return List.of(
                Parameter.one("subject", Parameter.Type.TEXT).optional(),
                Parameter.one("text", Parameter.Type.LONG_TEXT).optional());
    }

    @Override
    default void perform(Arguments arguments, Work work) {
        work.tell(audience(), Set.of(), arguments.text("subject"), arguments.text("text"));
    }
}
