package org.pilet.reporting.jobs;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.pilet.platform.Clock;

/** Begin and end of executions on this node. */
@Dependent
class JobLife {

    @Inject
    private JobStore store;

    @Inject
    private JobStarts starts;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void began(JobContext job) {
        node.running().add(job.getExecutionId());
        starts.alive(
                job.getJobName(),
                job.getInstanceId(),
                BatchRuntime.getJobOperator().getParameters(job.getExecutionId()));
        store.begin(new JobStore.Beat(
                job.getExecutionId(),
                job.getInstanceId(),
                job.getJobName(),
                node.name(),
                node.boot(),
                clock.now(),
                false));
    }

    /** What did not complete may be restarted, but until then others may take over what it claimed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void ended(JobContext job) {
        node.running().remove(job.getExecutionId());
        store.end(job.getExecutionId(), clock.now());
        store.release(job.getInstanceId(), clock.now());
    }
}
