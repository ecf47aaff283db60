package org.pilet.search;

import java.time.Instant;
import java.util.Set;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.search.FoundTickets.Reach;
import org.pilet.security.Caller;

/** Tickets, people and queues for list tests, written by plain SQL. */
class Desk {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final long ANNA = 1;
    static final long BELA = 2;
    static final long CARL = 11;
    static final long SUPPORT = 1;
    static final long BILLING = 2;

    private final Sql sql;

    Desk(Sql sql) {
        this.sql = sql;
    }

    /** The lists of this desk. */
    WorkListStore lists(Reach reach) {
        return Wiring.wire(new WorkListStore(reach), sql, Wiring.wire(new WorkListRowStore(), sql));
    }

    /** Empties the database and puts two queues, two agents and two customers into it. */
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket, business_calendar cascade");
        sql.update("insert into organisation (id, name) values (1, 'Acme')");
        person(ANNA, "AGENT", "Anna Agent", "anna@pilet.test", null);
        person(BELA, "AGENT", "Béla Bíró", "bela@pilet.test", null);
        person(CARL, "CUSTOMER", "Carl Customer", "carl@acme.test", 1L);
        person(12, "CUSTOMER", "Dora Döring", "dora@else.test", null);
        sql.update("insert into team (id, name) values (1, 'First line'), (2, 'Accounts')");
        sql.update("insert into category (id, parent_id, name) values (1, null, 'IT'), (2, 1, 'Printers'), (3, null,"
                + " 'Money')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 'support@pilet.test', 1, 1), (2, 'Billing', 'billing@pilet.test', 2, 3)");
        sql.update("insert into business_calendar (id, name, zone) values (1, 'Always', 'UTC')");
        sql.update("insert into sla_policy (id, name, position, calendar_id) values (1, 'Standard', 1, 1)");
    }

    Caller agentOf(long personId, long... queues) {
        Set<Long> granted = Set.copyOf(java.util.Arrays.stream(queues).boxed().toList());
        return new Caller(personId, null, "Agent", "en", "UTC", Set.of("AGENT"), Set.of(1L), granted, granted, false);
    }

    Caller administrator() {
        return new Caller(ANNA, null, "Root", "en", "UTC", Set.of("ADMINISTRATOR"), Set.of(), Set.of(), Set.of(), true);
    }

    Caller customer(long personId, Long onlyTicketId) {
        return new Caller(
                personId,
                onlyTicketId,
                "Customer",
                "en",
                "UTC",
                Set.of("CUSTOMER"),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** A ticket in Support, asked by Carl, changed so many minutes after noon. */
    void ticket(long id, String status, int minutes) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, organisation_id, created_at, changed_at) values (?, ?, ?, ?,"
                        + " 'NORMAL', 'QUESTION', 'EMAIL', 'en', 1, 1, ?, 1, ?, ?)",
                id,
                "10" + id,
                "Subject " + id,
                status,
                CARL,
                NOON,
                NOON.plusSeconds(60L * minutes));
    }

    void set(long id, String column, Object value) {
        sql.update("update ticket set " + column + " = ? where id = ?", value, id);
    }

    void clock(long ticketId, String metric, Instant dueAt, int struckPercent) {
        sql.update(
                "insert into sla_clock (id, ticket_id, metric, policy_id, calendar_id, priority, budget_seconds,"
                        + " terms_since, state, started_at, due_at, struck_percent) values (nextval('sla_clock_seq'),"
                        + " ?, ?, 1, 1, 'NORMAL', 3600, ?, 'RUNNING', ?, ?, ?)",
                ticketId,
                metric,
                NOON,
                NOON,
                dueAt,
                struckPercent);
    }

    void message(long ticketId, String visibility, int minutes, String text) {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at,"
                        + " body_text, language) values (nextval('message_seq'), ?, ?, 'AGENT', 'EMAIL', 1, 'Anna',"
                        + " ?, ?, 'en')",
                ticketId,
                visibility,
                NOON.plusSeconds(60L * minutes),
                text);
    }

    void seen(long ticketId, long personId, int minutes) {
        sql.update(
                "insert into ticket_seen (ticket_id, person_id, seen_at) values (?, ?, ?)",
                ticketId,
                personId,
                NOON.plusSeconds(60L * minutes));
    }

    private void person(long id, String kind, String name, String email, Long organisationId) {
        sql.update(
                "insert into person (id, kind, name, email, organisation_id, created_at) values (?, ?, ?, ?, ?, ?)",
                id,
                kind,
                name,
                email,
                organisationId,
                NOON);
        sql.update("insert into contact_point (id, person_id, kind, address) values (?, ?, 'EMAIL', ?)", id, id, email);
    }
}
