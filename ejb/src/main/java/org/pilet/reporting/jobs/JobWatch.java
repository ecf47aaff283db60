package org.pilet.reporting.jobs;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes an execution known while it runs, and frees what it claimed when it has come to a good end. */
@Named
@Dependent
class JobWatch implements JobListener {

    @Inject
    private JobContext job;

    @Inject
    private JobLife life;

    @Inject
    private JobRecords records;

    @Override
    public void beforeJob() {
        life.began(job);
        records.log(job, null, LogLine.Level.INFO, "Execution " + job.getExecutionId() + " began");
    }

    @Override
    public void afterJob() {
        boolean good = job.getBatchStatus() == BatchStatus.COMPLETED
                || (job.getBatchStatus() == BatchStatus.STARTED && job.getExitStatus() == null);
        LogLine.Level level = job.getBatchStatus() == BatchStatus.FAILED ? LogLine.Level.ERROR : LogLine.Level.INFO;
        records.log(
                job,
                null,
                level,
                "Execution " + job.getExecutionId() + " ended: " + (good ? "COMPLETED" : job.getBatchStatus()));
        life.ended(job);
    }
}
