package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.NotFound;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

@Dependent
class ClockStore {

    /** Answered from an index that holds nothing but clocks which have something to strike some day. */
    static final String DUE =
            "select id, ticket_id, generation from sla_clock where next_strike_at < ? order by next_strike_at limit ?";

    private static final String FACTS = """
            with recursive path (id, parent_id) as (
              select c.id, c.parent_id from category c join ticket t on t.category_id = c.id where t.id = ?
              union all
              select c.id, c.parent_id from category c join path p on c.id = p.parent_id),
            said as (
              select m.id, m.at, m.origin = 'AGENT' as staff, m.delivery = 'FAILED' as failed
                from message m
               where m.ticket_id = ? and m.visibility = 'PUBLIC' and not m.automatic and not m.thanks
                 and m.origin in ('AGENT', 'CUSTOMER')
                 and (m.origin = 'CUSTOMER' or m.author_id is not null)),
            reply as (
              select min(at) as first_at, max(at) as last_at from said where staff and not failed),
            inherited as (
              select min(s.created_at) as at
                from ticket_link l
                join ticket s on s.id = l.from_id
               where l.to_id = ? and l.kind = 'MERGED_INTO' and s.status = 'MERGED' and s.first_response_at is null
                 and not s.created_by_agent
                 and not exists (select 1 from said r where r.staff and not r.failed and r.at >=
                       (select max(e.at) from ticket_event e
                         where e.ticket_id = s.id and e.kind = 'STATUS_CHANGED' and e.new_value = 'MERGED')))
            select t.id, t.status, t.priority, t.queue_id, t.organisation_id, t.requester_id, t.type, t.language,
                   t.channel, t.created_by_agent, t.created_at, t.assigned_at, t.owner_id, t.responsible_id, t.due_at,
                   q.team_id, m.lead_id, reply.last_at as last_reply_at, inherited.at as inherited_start,
                   case when exists (select 1 from said where staff and failed) then reply.first_at
                        else t.first_response_at end as first_response_at,
                   least(inherited.at, (select min(s.at) from said s
                     where not s.staff and (reply.last_at is null or s.at > reply.last_at)
                       and (not t.created_by_agent or s.id <> (select min(id) from said)))) as waiting_since,
                   (select string_agg(id::text, ',') from path) as services,
                   (select string_agg(tag, chr(10)) from ticket_tag where ticket_id = t.id) as tags
              from ticket t
              join queue q on q.id = t.queue_id
              join team m on m.id = q.team_id
              cross join reply
              cross join inherited
             where t.id = ?""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** The ticket as this transaction has made it so far. Refused with {@link NotFound}. */
    TicketFacts facts(long ticketId) {
        entities.flush();
        return storedFacts(ticketId);
    }

    /** The ticket as it is stored. Refused with {@link NotFound}. */
    TicketFacts storedFacts(long ticketId) {
        return sql.first(FACTS, ClockStore::facts, ticketId, ticketId, ticketId, ticketId)
                .orElseThrow(() -> new NotFound("ticket", ticketId));
    }

    void add(SlaClock clock) {
        entities.persist(clock);
    }

    void add(List<ClockEvent> events) {
        events.forEach(entities::persist);
    }

    void flush() {
        entities.flush();
    }

    SlaClock find(long id) {
        return entities.find(SlaClock.class, id);
    }

    /** The clocks of all metrics in their present cycles. */
    List<SlaClock> of(long ticketId) {
        return entities.createQuery(
                        "select c from SlaClock c where c.ticketId = :ticket and c.cycle = (select max(d.cycle) from"
                                + " SlaClock d where d.ticketId = c.ticketId and d.metric = c.metric) order by c.id",
                        SlaClock.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    /** In the order in which they happened. */
    List<ClockEvent> events(long clockId) {
        return entities.createQuery(
                        "select e from ClockEvent e where e.clockId = :clock order by e.ordinal", ClockEvent.class)
                .setParameter("clock", clockId)
                .getResultList();
    }

    /** Of all clocks of the metric, in the order in which they happened. */
    List<ClockEvent> events(long ticketId, Metric metric) {
        return entities.createQuery(
                        "select e from ClockEvent e, SlaClock c where e.clockId = c.id and c.ticketId = :ticket and"
                                + " c.metric = :metric order by c.cycle, e.ordinal",
                        ClockEvent.class)
                .setParameter("ticket", ticketId)
                .setParameter("metric", metric)
                .getResultList();
    }

    /** Waits until nobody else is changing the ticket, and holds it until the transaction ends. */
    void hold(long ticketId) {
        sql.first("select id from ticket where id = ? for update", row -> row.number("id"), ticketId);
    }

    /**
     * Holds the ticket until the transaction ends, or returns false at once when somebody else has it: another node's
     * sweep, or a person whose change will look at the clocks anyway.
     */
    boolean claim(long ticketId) {
        return sql.first("select id from ticket where id = ? for update skip locked", row -> row.number("id"), ticketId)
                .isPresent();
    }

    /** Clocks that have something to strike, the longest overdue first. */
    List<DueClock> due(Instant now, int limit) {
        return sql.list(
                DUE,
                row -> new DueClock(row.number("id"), row.number("ticket_id"), row.integer("generation")),
                now,
                limit);
    }

    private static TicketFacts facts(Row row) {
        Instant byHand = row.instant("due_at");
        return new TicketFacts(
                row.number("id"),
                row.constant("status", Status.class),
                row.constant("priority", Priority.class),
                row.flag("created_by_agent"),
                row.instant("created_at"),
                new TicketFacts.Traits(
                        row.number("queue_id"),
                        row.numberOrNull("organisation_id"),
                        row.numberOrNull("requester_id"),
                        split(row.text("services"), ",").map(Long::valueOf).collect(Collectors.toSet()),
                        row.constant("type", TicketType.class),
                        row.text("language"),
                        split(row.text("tags"), "\n").collect(Collectors.toSet()),
                        row.constant("channel", Channel.class)),
                new TicketFacts.Words(
                        row.instant("first_response_at"),
                        row.instant("last_reply_at"),
                        row.instant("waiting_since"),
                        row.instant("inherited_start")),
                new TicketFacts.Staff(
                        row.numberOrNull("owner_id"),
                        row.instant("assigned_at"),
                        row.numberOrNull("responsible_id"),
                        row.numberOrNull("lead_id"),
                        row.numberOrNull("team_id")),
                byHand == null ? Map.of() : Map.of(Metric.RESOLUTION, byHand),
                null);
    }

    private static Stream<String> split(String joined, String by) {
        return joined == null ? Stream.of() : Arrays.stream(joined.split(by));
    }

    /** Tickets after that one, by id, on which anything is still owed. */
    List<Long> liveTickets(long after, int limit) {
        return sql.list(
                "select distinct ticket_id from sla_clock where completed_at is null and voided_at is null and"
                        + " ticket_id > ? order by ticket_id limit ?",
                row -> row.number("ticket_id"),
                after,
                limit);
    }

    /** The calendar by which a person works, if one is known. */
    Optional<Long> calendarOf(long personId) {
        return sql.first(
                "select calendar_id from person_hours where person_id = ?", row -> row.number("calendar_id"), personId);
    }

    List<Long> membersOf(Long teamId) {
        return sql.list(
                "select m.person_id from team_member m join person p on p.id = m.person_id where m.team_id = ? and"
                        + " p.active order by m.person_id",
                row -> row.number("person_id"),
                teamId);
    }

    List<Long> holdersOf(String role) {
        return sql.list(
                "select r.person_id from account_role r join person p on p.id = r.person_id where r.role = ? and"
                        + " p.active order by r.person_id",
                row -> row.number("person_id"),
                role);
    }

    /** The tickets that this one was merged into. */
    List<Long> mergedInto(long ticketId) {
        return sql.list(
                "select to_id from ticket_link where from_id = ? and kind = 'MERGED_INTO'",
                row -> row.number("to_id"),
                ticketId);
    }

    Optional<SlaClock> of(long ticketId, Metric metric) {
        return of(ticketId).stream().filter(clock -> clock.metric() == metric).findFirst();
    }
}
