package org.pilet.reporting.jobs;

import org.pilet.platform.Refusal;

/** Another execution works on the same; wait for it or stop it. */
public class JobBusy extends Refusal {

    private static final long serialVersionUID = 1L;

    public JobBusy(String job, String key) {
        super(Kind.CONFLICT, "refusal.job.busy", job, key);
    }
}
