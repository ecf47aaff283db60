package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** The status cannot become that from where it is; the arguments name both. */
public class TransitionRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    TransitionRefused(Status from, Status to) {
        super(Kind.CONFLICT, "refusal.transition", from.name(), to.name());
    }
}
