package org.pilet.reporting.jobs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

/** What executions leave behind: progress, log lines, files. */
@Dependent
class JobRecordStore {

    @Inject
    private Sql sql;

    void expect(long executionId, String step, long total) {
        sql.update(
                "insert into job_progress (execution_id, step, done, total) values (?, ?, 0, ?) on conflict"
                        + " (execution_id, step) do update set total = excluded.total",
                executionId,
                step,
                total);
    }

    void advance(long executionId, String step, long by) {
        sql.update(
                "update job_progress set done = done + ? where execution_id = ? and step = ?", by, executionId, step);
    }

    List<Progress> progress(long executionId) {
        return sql.list(
                "select step, done, total from job_progress where execution_id = ?",
                row -> new Progress(row.text("step"), row.number("done"), row.number("total")),
                executionId);
    }

    /** The same of several executions, by their ids; those that have none are left out. */
    Map<Long, List<Progress>> progress(Collection<Long> executionIds) {
        Map<Long, List<Progress>> found = new HashMap<>();
        sql.list(
                "select execution_id, step, done, total from job_progress where execution_id = any(?::bigint[])",
                row -> found.computeIfAbsent(row.number("execution_id"), id -> new ArrayList<>())
                        .add(new Progress(row.text("step"), row.number("done"), row.number("total"))),
                executionIds);
        return found;
    }

    void log(LogLine line, long instanceId) {
        sql.update(
                "insert into job_log (instance_id, execution_id, at, level, step, said) values (?, ?, ?, ?, ?, ?)",
                instanceId,
                line.executionId(),
                line.at(),
                line.level(),
                line.step(),
                line.said());
    }

    /** Oldest first, of all executions of the instance. */
    List<LogLine> log(long instanceId, int limit) {
        return sql.list(
                "select * from (select id, execution_id, at, level, step, said from job_log where instance_id = ? order"
                        + " by id desc limit ?) latest order by id",
                row -> new LogLine(
                        row.number("execution_id"),
                        row.instant("at"),
                        row.constant("level", LogLine.Level.class),
                        row.text("step"),
                        row.text("said")),
                instanceId,
                limit);
    }

    /** Keeps what is there when it has the same content; returns the file's id. */
    void file(String job, long instanceId, long executionId, OutputFile file, BlobRef blob, Instant now) {
        sql.update(
                "insert into job_file (job, instance_id, execution_id, name, media_type, sha256, size, blob_id,"
                        + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (instance_id, name) do update"
                        + " set execution_id = excluded.execution_id, media_type = excluded.media_type, sha256 ="
                        + " excluded.sha256, size = excluded.size, blob_id = excluded.blob_id, written_at ="
                        + " excluded.written_at",
                job,
                instanceId,
                executionId,
                file.name(),
                file.mediaType(),
                blob.sha256(),
                blob.size(),
                blob.id(),
                now);
    }

    List<OutputFile> files(long instanceId) {
        return sql.list(
                "select id, name, media_type, sha256, size, blob_id, written_at from job_file where instance_id = ?"
                        + " order by name",
                JobRecordStore::file,
                instanceId);
    }

    Optional<OutputFile> file(long id) {
        return sql.first(
                "select id, name, media_type, sha256, size, blob_id, written_at from job_file where id = ?",
                JobRecordStore::file,
                id);
    }

    private static OutputFile file(Row row) {
        return new OutputFile(
                row.number("id"),
                row.text("name"),
                row.text("media_type"),
                row.text("sha256"),
                row.number("size"),
                row.number("blob_id"),
                row.instant("written_at"));
    }

    /** How far a step has come. */
    record Progress(String step, long done, long total) {}
}
