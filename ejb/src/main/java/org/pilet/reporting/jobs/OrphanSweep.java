package org.pilet.reporting.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Clock;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/**
 * Gives this node's signs of life and looks for executions that give none any more: those of an earlier life of this
 * very node at once, those of other nodes after a minute of silence. They go on where they stood; one that has lost its
 * server three times is left to the operator, for it may be what kills the servers.
 */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the batch runtime commits for itself
public class OrphanSweep {

    static final int LIVES = 3;

    private static final Logger LOG = Logger.getLogger(OrphanSweep.class.getName());
    private static final Duration SILENCE = Duration.ofMinutes(1);

    @Inject
    private JobStore store;

    @Inject
    private JobStarts starts;

    @Inject
    private JobRecordStore records;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false) // every node speaks for itself
    public void tick() {
        Tick.run("the orphan sweep", this::sweep);
    }

    private void sweep() {
        store.beat(node.boot(), List.copyOf(node.running()), clock.now());
        JobOperator operator = BatchRuntime.getJobOperator();
        for (String job : operator.getJobNames()) {
            running(operator, job).forEach(this::lookAt);
        }
    }

    private static List<Long> running(JobOperator operator, String job) {
        try {
            return operator.getRunningExecutions(job);
        } catch (NoSuchJobException neverRan) {
            return List.of();
        }
    }

    private void lookAt(long executionId) {
        if (node.running().contains(executionId)) {
            return;
        }
        Optional<JobStore.Beat> beat = store.find(executionId);
        if (beat.isPresent() && isOrphan(beat.get()) && store.adopt(beat.get(), clock.now())) {
            revive(beat.get());
        }
    }

    private boolean isOrphan(JobStore.Beat beat) {
        boolean ofEarlierLife = beat.node().equals(node.name()) && !beat.boot().equals(node.boot());
        return !beat.lost() && (ofEarlierLife || beat.at().isBefore(clock.now().minus(SILENCE)));
    }

    private void revive(JobStore.Beat orphan) {
        if (store.livesLost(orphan.instanceId()) > LIVES) {
            say(orphan, LogLine.Level.ERROR, "Its server died again; left to the operator, restart it by hand");
            return;
        }
        try {
            long execution = starts.revive(orphan.executionId());
            say(orphan, LogLine.Level.WARNING, "Its server died; goes on as execution " + execution);
        } catch (BatchRuntimeException | Refusal notNow) {
            LOG.log(Level.WARNING, "Execution " + orphan.executionId() + " could not be restarted", notNow);
            say(orphan, LogLine.Level.ERROR, "Its server died and it could not be restarted: " + notNow.getMessage());
        }
    }

    private void say(JobStore.Beat orphan, LogLine.Level level, String said) {
        Instant now = clock.now();
        records.log(new LogLine(orphan.executionId(), now, level, null, said), orphan.instanceId());
    }
}
