package org.pilet.reporting.jobs;

import org.pilet.platform.Refusal;

/** The execution's state does not allow this: a running one cannot be restarted, a completed one not be abandoned. */
public class JobRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    public JobRefused(String wish, long executionId) {
        super(Kind.CONFLICT, "refusal.job." + wish, String.valueOf(executionId));
    }
}
