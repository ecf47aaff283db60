package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MergeStore {

    private static final String COLUMNS = "select m.id, m.source_id, m.target_id, m.merged_at, m.source_status,"
            + " m.source_reason, m.source_wake_up, array_to_string(m.added_tags, ',') as tags,"
            + " array_to_string(m.added_people, ',') as people, m.undone_at from ticket_merge m ";

    @Inject
    private Sql sql;

    long nextId() {
        return sql.number("select nextval('ticket_merge_seq') as value");
    }

    void add(Merge merge, Long actorId) {
        sql.update(
                "insert into ticket_merge (id, source_id, target_id, actor_id, merged_at, source_status, source_reason,"
                        + " source_wake_up, added_tags, added_people) values (?, ?, ?, ?, ?, ?, ?, ?,"
                        + " string_to_array(?, ','), string_to_array(?, ',')::bigint[])",
                merge.id(),
                merge.sourceId(),
                merge.targetId(),
                actorId,
                merge.at(),
                merge.sourceStatus(),
                merge.sourceReason(),
                merge.sourceWakeUp(),
                String.join(",", merge.addedTags()),
                String.join(
                        ",", merge.addedPeople().stream().map(String::valueOf).toList()));
    }

    Optional<Merge> lock(long id) {
        return sql.first(COLUMNS + "where m.id = ? for update", MergeStore::merge, id);
    }

    void undone(long id, Instant now) {
        sql.update("update ticket_merge set undone_at = ? where id = ?", now, id);
    }

    void unlink(long sourceId, long targetId) {
        sql.update(
                "delete from ticket_link where from_id = ? and to_id = ? and kind = 'MERGED_INTO'", sourceId, targetId);
    }

    /** Merges into or of the ticket that stand, the last one first; of these queues, or of all when null. */
    List<MergeView> of(long ticketId, Instant undoableSince, Collection<Long> queueIds) {
        return sql.list(
                "select m.id, m.source_id, s.number as source_number, s.subject as source_subject, m.target_id, t.number"
                        + " as target_number, m.merged_at from ticket_merge m join ticket s on s.id = m.source_id join"
                        + " ticket t on t.id = m.target_id where m.undone_at is null and (m.source_id = ? or"
                        + " m.target_id = ?) and (? or s.queue_id = any(?::bigint[]) and t.queue_id = any(?::bigint[])) order"
                        + " by m.merged_at desc",
                row -> new MergeView(
                        row.number("id"),
                        row.number("source_id"),
                        row.text("source_number"),
                        row.text("source_subject"),
                        row.number("target_id"),
                        row.text("target_number"),
                        row.instant("merged_at"),
                        row.instant("merged_at").isAfter(undoableSince)),
                ticketId,
                ticketId,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                queueIds == null ? List.of() : queueIds);
    }

    List<String> names(Collection<Long> personIds) {
        return sql.list(
                "select name from person where id = any(?::bigint[]) order by name",
                row -> row.text("name"),
                personIds);
    }

    private static Merge merge(Row row) {
        return new Merge(
                row.number("id"),
                row.number("source_id"),
                row.number("target_id"),
                row.instant("merged_at"),
                row.constant("source_status", Status.class),
                row.text("source_reason"),
                row.instant("source_wake_up"),
                split(row.text("tags")).toList(),
                split(row.text("people")).map(Long::valueOf).toList(),
                row.instant("undone_at") != null);
    }

    private static Stream<String> split(String list) {
        return list == null || list.isEmpty() ? Stream.of() : Stream.of(list.split(","));
    }
}
