package org.pilet.reporting.jobs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pilet.platform.Sql;

/** Claims and signs of life. */
@Dependent
class JobStore {

    @Inject
    private Sql sql;

    /** True when nobody else works on this, or this very instance does. */
    boolean claim(String job, String key, Long instanceId, Instant now) {
        return sql.update(
                        "insert into job_claim (job, key, instance_id, claimed_at) values (?, ?, ?, ?) on conflict (job,"
                                + " key) do update set instance_id = excluded.instance_id, claimed_at ="
                                + " excluded.claimed_at, released_at = null where job_claim.released_at is not null or"
                                + " job_claim.instance_id = excluded.instance_id",
                        job,
                        key,
                        instanceId,
                        now)
                > 0;
    }

    void handOver(String job, Collection<String> keys, long instanceId) {
        sql.update("update job_claim set instance_id = ? where job = ? and key = any(?)", instanceId, job, keys);
    }

    void giveUp(String job, Collection<String> keys, Instant now) {
        sql.update("update job_claim set released_at = ? where job = ? and key = any(?)", now, job, keys);
    }

    boolean everClaimed(String job, String key) {
        return sql.first("select 1 as one from job_claim where job = ? and key = ?", row -> true, job, key)
                .isPresent();
    }

    Optional<Long> claimant(String job, String key) {
        return sql.first(
                "select instance_id from job_claim where job = ? and key = ? and released_at is null and instance_id"
                        + " is not null",
                row -> row.number("instance_id"),
                job,
                key);
    }

    void release(long instanceId, Instant now) {
        sql.update(
                "update job_claim set released_at = ? where instance_id = ? and released_at is null", now, instanceId);
    }

    /** Claims whose holder never came to life. */
    void releaseNameless(Instant before, Instant now) {
        sql.update(
                "update job_claim set released_at = ? where instance_id is null and released_at is null and claimed_at"
                        + " < ?",
                now,
                before);
    }

    void begin(Beat beat) {
        sql.update(
                "insert into job_beat (execution_id, instance_id, job, node, boot, beat_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (execution_id) do nothing",
                beat.executionId(),
                beat.instanceId(),
                beat.job(),
                beat.node(),
                beat.boot(),
                beat.at());
    }

    void beat(String boot, Collection<Long> executionIds, Instant now) {
        if (!executionIds.isEmpty()) {
            sql.update(
                    "update job_beat set beat_at = ? where boot = ? and ended_at is null and execution_id = any(?)",
                    now,
                    boot,
                    executionIds);
        }
    }

    void end(long executionId, Instant now) {
        sql.update("update job_beat set ended_at = ? where execution_id = ?", now, executionId);
    }

    /** The last sign of life, also of executions that have ended. */
    Optional<Beat> find(long executionId) {
        return sql.first(
                "select execution_id, instance_id, job, node, boot, beat_at, ended_at, lost from job_beat where"
                        + " execution_id = ?",
                row -> new Beat(
                        row.number("execution_id"),
                        row.number("instance_id"),
                        row.text("job"),
                        row.text("node"),
                        row.text("boot"),
                        row.instant("beat_at"),
                        row.flag("lost")),
                executionId);
    }

    /** True for exactly one of the nodes that find the same orphan. */
    boolean adopt(Beat orphan, Instant now) {
        return sql.update(
                        "update job_beat set ended_at = ?, lost = true where execution_id = ? and not lost",
                        now,
                        orphan.executionId())
                > 0;
    }

    /** How often the instance has lost its server so far. */
    long livesLost(long instanceId) {
        return sql.number("select count(*) as value from job_beat where instance_id = ? and lost", instanceId);
    }

    /**
     * An execution's sign of life.
     *
     * @param lost its server died and somebody has taken care of it
     */
    record Beat(long executionId, long instanceId, String job, String node, String boot, Instant at, boolean lost) {}
}
