package org.pilet.sla;

import org.pilet.platform.Refusal;

/** Clocks have been counted by this policy, and say so for good: switch it off instead. */
public class PolicyInUse extends Refusal {

    private static final long serialVersionUID = 1L;

    PolicyInUse(String name) {
        super(Kind.CONFLICT, "refusal.sla.policyInUse", name);
    }
}
