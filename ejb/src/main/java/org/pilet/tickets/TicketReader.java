package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.NotFound;
import org.pilet.platform.Readings;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Caller;
import org.pilet.security.TicketScope;

/** Read models of single tickets, by plain SQL. */
@Dependent
class TicketReader {

    private static final String VIEW = "select t.*, c.name as category_name, q.name as queue_name, ow.name as"
            + " owner_name, re.name as responsible_name, rq.name as requester_name, rq.email as requester_email, o.name"
            + " as organisation_name, (select string_agg(g.tag, ',' order by g.tag) from ticket_tag g where g.ticket_id"
            + " = t.id) as tags from ticket t join category c on c.id = t.category_id join queue q on q.id ="
            + " t.queue_id join person rq on rq.id = t.requester_id left join person ow on ow.id = t.owner_id left join"
            + " person re on re.id = t.responsible_id left join organisation o on o.id = t.organisation_id where t.id ="
            + " ?";

    /** Ids of people, queues and categories are shown by name; the stored line keeps the id. */
    private static final String EVENTS = "select e.id, e.at, e.kind, e.actor_id, a.name as actor_name, e.actor_kind,"
            + " e.cause, " + named("old_value") + ", " + named("new_value")
            + " from ticket_event e left join person a on a.id = e.actor_id where e.ticket_id = ? ";

    /** What names another ticket by its number. */
    private static final String BETWEEN_TICKETS = "'LINKED', 'UNLINKED', 'MERGED_IN', 'MERGED_INTO', 'UNMERGED'";

    @Inject
    private Readings readings;

    @Inject
    private Sql sql;

    /** What opening a ticket needs to know of its requester. */
    record Requester(String language, Long organisationId) {}

    Optional<Requester> requester(long personId) {
        return sql.first(
                "select language, organisation_id from person where id = ? and active",
                row -> new Requester(row.text("language"), row.numberOrNull("organisation_id")),
                personId);
    }

    Optional<Long> idOf(String number) {
        return Luhn.isValid(number)
                ? sql.first("select id from ticket where number = ?", row -> row.number("id"), number)
                : Optional.empty();
    }

    TicketScope scope(long id) {
        return readings.once("scope " + id, () -> readScope(id));
    }

    private TicketScope readScope(long id) {
        return sql.first(
                        "select t.number, t.queue_id, t.requester_id, (select string_agg(p.person_id::text, ',') from"
                                + " ticket_participant p where p.ticket_id = t.id) as participants from ticket t where"
                                + " t.id = ?",
                        row -> new TicketScope(
                                id,
                                row.text("number"),
                                row.number("queue_id"),
                                row.number("requester_id"),
                                ids(row.text("participants"))),
                        id)
                .orElseThrow(() -> new NotFound("ticket", id));
    }

    boolean wasViewed(long id) {
        return sql.number("select count(*) as value from ticket where id = ? and first_viewed_at is not null", id) > 0;
    }

    TicketView view(long id, Caller caller) {
        return sql.first(VIEW, row -> view(row, caller), id).orElseThrow(() -> new NotFound("ticket", id));
    }

    /** Without those that name a ticket of another queue than these; all when null. */
    List<TicketEventView> events(long id, Collection<Long> queueIds) {
        return sql.list(
                EVENTS + "and (? or not (e.kind in (" + BETWEEN_TICKETS + ") and exists (select 1 from ticket o where"
                        + " o.number = coalesce(e.new_value, e.old_value) and not o.queue_id = any(?::bigint[])))) order by"
                        + " e.at, e.id",
                TicketReader::event,
                id,
                queueIds == null,
                queueIds == null ? List.of() : queueIds);
    }

    List<TicketEventView> eventsSince(long id, int version) {
        return sql.list(EVENTS + "and e.ticket_version > ? order by e.at, e.id", TicketReader::event, id, version);
    }

    Optional<TicketEventView> lastStatusChange(long id) {
        return sql.first(
                EVENTS + "and e.kind = 'STATUS_CHANGED' order by e.at desc, e.id desc limit 1",
                TicketReader::event,
                id);
    }

    /** The last move, unless it is this one of this person's: what contradicts taking it back. */
    List<TicketEventView> sinceMove(long id, Long personId, QueueBefore before) {
        return sql.list(
                EVENTS + "and e.kind = 'QUEUE_CHANGED' and e.id = (select l.id from ticket_event l where"
                        + " l.ticket_id = e.ticket_id and l.kind = 'QUEUE_CHANGED' order by l.at desc, l.id desc"
                        + " limit 1) and not (e.actor_id = ? and e.old_value = ? and e.new_value = ?)",
                TicketReader::event,
                id,
                personId,
                String.valueOf(before.queueId()),
                String.valueOf(before.became()));
    }

    private static String named(String column) {
        return "case when e." + column + " is null then null when e.kind in ('OWNER_CHANGED', 'RESPONSIBLE_CHANGED')"
                + " then (select p.name from person p where p.id = e." + column + "::bigint) when e.kind ="
                + " 'QUEUE_CHANGED' then (select q.name from queue q where q.id = e." + column + "::bigint) when e.kind"
                + " = 'CATEGORY_CHANGED' then (select c.name from category c where c.id = e." + column + "::bigint)"
                + " else e." + column + " end as " + column;
    }

    private static TicketView view(Row row, Caller caller) {
        boolean staff = caller.mayView(row.number("queue_id"));
        boolean mayWork = caller.onlyTicketId() == null && caller.mayWork(row.number("queue_id"));
        Status status = row.constant("status", Status.class);
        return new TicketView(
                row.number("id"),
                row.text("number"),
                row.text("subject"),
                status,
                staff ? row.text("status_reason") : null,
                row.constant("priority", Priority.class),
                staff ? row.constant("impact", Impact.class) : null,
                staff ? row.constant("urgency", Urgency.class) : null,
                staff && row.flag("priority_by_hand"),
                row.constant("type", TicketType.class),
                row.constant("channel", Channel.class),
                row.text("language"),
                row.number("category_id"),
                row.text("category_name"),
                row.number("queue_id"),
                row.text("queue_name"),
                staff ? row.numberOrNull("owner_id") : null,
                staff ? row.text("owner_name") : null,
                staff ? row.numberOrNull("responsible_id") : null,
                staff ? row.text("responsible_name") : null,
                row.number("requester_id"),
                row.text("requester_name"),
                row.text("requester_email"),
                row.numberOrNull("organisation_id"),
                row.text("organisation_name"),
                staff && row.text("tags") != null ? List.of(row.text("tags").split(",")) : List.of(),
                staff && row.flag("escalated"),
                staff ? row.instant("due_at") : null,
                row.instant("wake_up_at"),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.instant("first_viewed_at"),
                row.instant("assigned_at"),
                row.instant("first_response_at"),
                row.instant("resolved_at"),
                row.instant("closed_at"),
                row.integer("version"),
                mayWork ? status.next() : Set.of(),
                mayWork);
    }

    private static TicketEventView event(Row row) {
        return new TicketEventView(
                row.number("id"),
                row.instant("at"),
                row.text("kind"),
                row.numberOrNull("actor_id"),
                row.text("actor_name"),
                row.text("actor_kind"),
                row.text("cause"),
                row.text("old_value"),
                row.text("new_value"));
    }

    private static Set<Long> ids(String joined) {
        return joined == null
                ? Set.of()
                : Stream.of(joined.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }
}
