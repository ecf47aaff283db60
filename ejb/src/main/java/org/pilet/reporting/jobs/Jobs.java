package org.pilet.reporting.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;

/** The batch operator's door. Whatever does not exist is refused with {@link NotFound}. */
@Stateless
@RolesAllowed({Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the batch runtime commits for itself
public class Jobs {

    private static final int RECENT = 30;
    private static final int LOG_LINES = 2000;

    @Inject
    private JobReader reader;

    @Inject
    private JobStarts starts;

    @Inject
    private JobRecordStore records;

    @Inject
    private JobStore store;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /** Every kind of job with its recent executions; those whose last execution did not end well come first. */
    public List<JobView> all() {
        return reader.jobs().stream()
                .map(name -> new JobView(name, reader.executions(name, 0, RECENT)))
                .sorted(Comparator.comparing((JobView job) -> !failed(job)).thenComparing(JobView::name))
                .toList();
    }

    /** Newest first. */
    public Page<ExecutionView> executions(String job, String cursor, int size) {
        requireJob(job);
        int skip = cursor == null ? 0 : Integer.parseInt(cursor);
        List<ExecutionView> rows = reader.executions(job, skip, size + 1);
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, size), String.valueOf(skip + size));
    }

    public ExecutionView execution(long id) {
        return reader.execution(id);
    }

    public List<StepView> steps(long executionId) {
        return reader.steps(executionId);
    }

    /** What all executions of the same instance said, oldest first; at most the last 2000 lines. */
    public List<LogLine> log(long executionId) {
        return records.log(reader.execution(executionId).instanceId(), LOG_LINES);
    }

    /** The files of the execution's instance by name. */
    public List<OutputFile> files(long executionId) {
        return records.files(reader.execution(executionId).instanceId());
    }

    public OutputFile file(long fileId) {
        return records.file(fileId).orElseThrow(() -> new NotFound("file", fileId));
    }

    /** The file's bytes, read from the database as they are asked for. */
    public InputStream open(long fileId) {
        return blobs.open(file(fileId).blobId());
    }

    /**
     * Returns the new execution's id. Refused with {@link org.pilet.platform.InvalidInput} for wrong parameters, with
     * {@link JobBusy} when another execution works on the same.
     */
    public long start(String job, Map<String, String> parameters) {
        requireJob(job);
        return starts.start(job, parameters);
    }

    /** Asks the execution to stop at its next commit. Refused with {@link JobRefused} when it does not run. */
    public void stop(long executionId) {
        reader.execution(executionId);
        attempt("notRunning", executionId, () -> BatchRuntime.getJobOperator().stop(executionId));
    }

    /** Goes on where it stood; returns the new execution's id. Refused with {@link JobRefused}, {@link JobBusy}. */
    public long restart(long executionId) {
        if (!reader.execution(executionId).isRestartable()) {
            throw new JobRefused("notRestartable", executionId);
        }
        long[] execution = new long[1];
        attempt("notRestartable", executionId, () -> execution[0] = starts.restart(executionId));
        return execution[0];
    }

    /** It will never be restarted. Refused with {@link JobRefused} unless it has stopped or failed. */
    public void abandon(long executionId) {
        ExecutionView execution = reader.execution(executionId);
        attempt("notAbandonable", executionId, () -> BatchRuntime.getJobOperator()
                .abandon(executionId));
        store.release(execution.instanceId(), clock.now());
    }

    private void requireJob(String job) {
        if (!reader.jobs().contains(job)) {
            throw new NotFound("job", job);
        }
    }

    private static boolean failed(JobView job) {
        return job.last() != null && job.last().isRestartable();
    }

    /** The runtime throws instead of answering; what it means by it is one sentence for the operator. */
    private static void attempt(String refusal, long executionId, Runnable wish) {
        try {
            wish.run();
        } catch (NoSuchJobExecutionException | NoSuchJobException gone) {
            throw new NotFound("execution", executionId);
        } catch (BatchRuntimeException no) {
            throw new JobRefused(refusal, executionId);
        }
    }
}
