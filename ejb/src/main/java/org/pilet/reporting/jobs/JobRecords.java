package org.pilet.reporting.jobs;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;

/** What the parts of a job use to tell the operator what they do. Only for batch artifacts: it asks nobody's permission. */
@Dependent
public class JobRecords {

    @Inject
    private JobRecordStore store;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /** Written at once, so that the line stays when what it speaks of is rolled back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void log(JobContext job, String step, LogLine.Level level, String said) {
        store.log(new LogLine(job.getExecutionId(), clock.now(), level, step, said), job.getInstanceId());
    }

    /** How much a step has to do in this execution. */
    @Transactional
    public void expect(JobContext job, String step, long total) {
        store.expect(job.getExecutionId(), step, total);
    }

    /** So much more is done; counts only if the caller's transaction does. */
    @Transactional
    public void advance(JobContext job, String step, long by) {
        store.advance(job.getExecutionId(), step, by);
    }

    /** Keeps a file of this job; one of the same name is replaced. */
    @Transactional
    public BlobRef keep(JobContext job, String name, String mediaType, InputStream content) {
        BlobRef blob = blobs.store(content);
        store.file(
                job.getJobName(),
                job.getInstanceId(),
                job.getExecutionId(),
                OutputFile.named(name, mediaType),
                blob,
                clock.now());
        return blob;
    }

    /** The files that this job has kept so far. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OutputFile> kept(JobContext job) {
        return store.files(job.getInstanceId());
    }
}
