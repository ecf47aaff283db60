package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.automation.terms.TicketSketch;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Field;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

@Dependent
class FactStore {

    private static final String SEPARATOR = "\u001f";

    private static final String OF_TICKETS =
            "select t.*, q.team_id, r.name as requester_name, r.email as requester_email,"
                    + " (select string_agg(g.tag, e'\\x1f') from ticket_tag g where g.ticket_id = t.id) as tags,"
                    + " (select string_agg(p.person_id::text, e'\\x1f') from ticket_participant p where p.ticket_id = t.id) as"
                    + " participants, (select max(m.at) from message m where m.ticket_id = t.id and m.origin = 'CUSTOMER' and"
                    + " not m.automatic) as last_customer_at, (select max(m.at) from message m where m.ticket_id = t.id and"
                    + " m.origin = 'AGENT' and m.visibility = 'PUBLIC') as last_agent_at, exists (select 1 from routing_absence b"
                    + " where b.person_id = t.owner_id and b.from_at <= ? and (b.until_at is null or b.until_at > ?)) as"
                    + " owner_away, (with recursive up as (select c.id, c.parent_id from category c where c.id = t.category_id"
                    + " union select c.id, c.parent_id from category c join up on c.id = up.parent_id) select"
                    + " string_agg(up.id::text, e'\\x1f') from up) as categories from ticket t join queue q on q.id ="
                    + " t.queue_id join person r on r.id = t.requester_id where t.id = ";

    private static final String OF_PROMISES = "select * from rule_promise where ticket_id = ";

    /** For a list of unknown length PostgreSQL plans anew each time, which takes longer than to read one ticket. */
    private static final String ONE = "?";

    private static final String MANY = "any(?::bigint[])";

    @Inject
    private Sql sql;

    FactStore() {}

    FactStore(Sql sql) {
        this.sql = sql;
    }

    /** Holds the ticket's row until the transaction ends; empty when there is none, else whether the rule ran then. */
    Optional<Boolean> lock(long ticketId, long ruleId, String eventKey) {
        return sql.first(
                "select exists (select 1 from rule_run r where r.rule_id = ? and r.event_key = ?) as ran from ticket"
                        + " where id = ? for update",
                row -> row.flag("ran"),
                ruleId,
                eventKey,
                ticketId);
    }

    /** Holds the ticket's row until the transaction ends. */
    void lock(long ticketId) {
        sql.first("select id from ticket where id = ? for update", row -> true, ticketId);
    }

    Map<Long, TicketSketch> tickets(Collection<Long> ids, Instant now) {
        Map<Long, TicketSketch> found = new LinkedHashMap<>();
        sql.list(OF_TICKETS + which(ids), FactStore::sketch, now, now, wanted(ids))
                .forEach(sketch -> found.put(sketch.id, sketch));
        return found;
    }

    Map<Long, List<ClockFacts>> clocks(Collection<Long> ticketIds) {
        Map<Long, List<ClockFacts>> found = new HashMap<>();
        sql.list(
                OF_PROMISES + which(ticketIds),
                row -> found.computeIfAbsent(row.number("ticket_id"), id -> new ArrayList<>())
                        .add(new ClockFacts(
                                row.text("metric"),
                                row.instant("started_at"),
                                row.instant("due_at"),
                                row.instant("paused_at"),
                                row.instant("completed_at"),
                                row.instant("breached_at"),
                                row.instant("voided_at"),
                                row.integer("struck_percent"))),
                wanted(ticketIds));
        return found;
    }

    private static String which(Collection<Long> ids) {
        return ids.size() == 1 ? ONE : MANY;
    }

    private static Object wanted(Collection<Long> ids) {
        return ids.size() == 1 ? ids.iterator().next() : ids;
    }

    /** The message, or what opened the ticket. */
    MessageFacts message(long ticketId, Long messageId) {
        return sql.first(
                        "select m.author_address, concat_ws(', ', m.recipients_to, m.recipients_cc) as recipients, m.subject, m.body_text, m.automatic, (select count(*) from attachment"
                                + " a where a.message_id = m.id and not a.inline) as files from message m where"
                                + " m.ticket_id = ? and (m.id = ? or ?::bigint is null) order by m.at, m.id limit 1",
                        FactStore::message,
                        ticketId,
                        messageId,
                        messageId)
                .orElse(MessageFacts.NONE);
    }

    /** What people have changed about the ticket since then: rules leave that alone. */
    Set<Field> changedByPeople(long ticketId, Instant since) {
        Set<String> kinds = new HashSet<>(sql.list(
                "select distinct kind from ticket_event where ticket_id = ? and at > ? and actor_id is not null and"
                        + " cause is null",
                row -> row.text("kind"),
                ticketId,
                since));
        return java.util.Arrays.stream(Field.values())
                .filter(field -> kinds.contains(field.eventKind()))
                .collect(Collectors.toSet());
    }

    static MessageFacts message(Row row) {
        String address = row.text("author_address");
        String subject = row.text("subject");
        return new MessageFacts(
                address == null ? "" : address,
                row.text("recipients"),
                subject == null ? "" : subject,
                row.text("body_text"),
                row.flag("automatic"),
                row.integer("files"));
    }

    private static TicketSketch sketch(Row row) {
        TicketSketch sketch = new TicketSketch();
        sketch.id = row.number("id");
        sketch.number = row.text("number");
        sketch.subject = row.text("subject");
        sketch.status = row.constant("status", Status.class);
        sketch.statusReason = row.text("status_reason");
        sketch.priority = row.constant("priority", Priority.class);
        sketch.impact = row.constant("impact", Impact.class);
        sketch.urgency = row.constant("urgency", Urgency.class);
        sketch.type = row.constant("type", TicketType.class);
        sketch.channel = row.constant("channel", Channel.class);
        sketch.language = row.text("language");
        sketch.categoryId = row.number("category_id");
        sketch.categoryIds = ids(row.text("categories"));
        sketch.queueId = row.number("queue_id");
        sketch.teamId = row.number("team_id");
        sketch.ownerId = row.numberOrNull("owner_id");
        sketch.ownerAway = row.flag("owner_away");
        sketch.responsibleId = row.numberOrNull("responsible_id");
        sketch.requesterId = row.number("requester_id");
        sketch.requesterName = row.text("requester_name");
        sketch.requesterEmail = row.text("requester_email");
        sketch.organisationId = row.numberOrNull("organisation_id");
        sketch.tags = texts(row.text("tags"));
        sketch.participantIds = ids(row.text("participants"));
        sketch.escalated = row.flag("escalated");
        sketch.createdByAgent = row.flag("created_by_agent");
        sketch.dueAt = row.instant("due_at");
        sketch.wakeUpAt = row.instant("wake_up_at");
        sketch.createdAt = row.instant("created_at");
        sketch.changedAt = row.instant("changed_at");
        sketch.statusSince = row.instant("status_since");
        sketch.assignedAt = row.instant("assigned_at");
        sketch.firstResponseAt = row.instant("first_response_at");
        sketch.resolvedAt = row.instant("resolved_at");
        sketch.lastCustomerAt = row.instant("last_customer_at");
        sketch.lastAgentAt = row.instant("last_agent_at");
        return sketch;
    }

    private static Set<Long> ids(String joined) {
        return texts(joined).stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    private static Set<String> texts(String joined) {
        return joined == null ? Set.of() : Set.of(joined.split(SEPARATOR));
    }
}
