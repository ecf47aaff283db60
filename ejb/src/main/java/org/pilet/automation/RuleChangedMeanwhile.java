package org.pilet.automation;

import org.pilet.platform.Refusal;

/** Somebody else has saved the rule since it was read. */
public class RuleChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    RuleChangedMeanwhile(String name) {
        super(Kind.CONFLICT, "refusal.rule.changedMeanwhile", name);
    }
}
