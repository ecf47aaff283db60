package org.pilet.automation;

import org.pilet.automation.actions.ActionKind;
import org.pilet.automation.actions.Work;
import org.pilet.automation.terms.Arguments;

/** One action of a rule or macro with what it was told. */
record Step(ActionKind kind, Arguments arguments) {

    void perform(Work work) {
        kind.perform(arguments, work);
    }
}
