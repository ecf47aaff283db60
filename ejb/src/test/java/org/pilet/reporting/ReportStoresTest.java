package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.Clock;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.TurnKind;
import org.pilet.sla.OpenHours;
import org.pilet.tickets.Status;

@ExtendWith(PostgresExtension.class)
class ReportStoresTest {

    private static final Instant AFTERWARDS = Instant.parse("2026-03-20T00:00:00Z");

    private final Sql sql;
    private final ReportedTicketStore tickets;
    private final FactStore facts;
    private final FigureStore figures;
    private final List<Object[]> ticketRows = new ArrayList<>();
    private final List<Object[]> eventRows = new ArrayList<>();
    private long nextId = 1000;

    ReportStoresTest(Sql sql) {
        this.sql = sql;
        tickets = Wiring.wire(new ReportedTicketStore(), sql, new Clock() {
            @Override
            public Instant now() {
                return AFTERWARDS;
            }
        });
        facts = Wiring.wire(new FactStore(), sql);
        figures = Wiring.wire(new FigureStore(), sql);
    }

    @BeforeEach
    void emptyHouse() {
        sql.update("truncate ticket, ticket_event, message, sla_clock, sla_clock_event, report_fact, report_day, queue,"
                + " team, category, person, sla_policy cascade");
        ticketRows.clear();
        eventRows.clear();
        sql.update("insert into person (id, kind, name, email, created_at) values (1, 'CUSTOMER', 'Mari', 'm@x.test',"
                + " now()), (5, 'AGENT', 'Anna', 'a@x.test', now())");
        sql.update("insert into team (id, name) values (1, 'Support')");
        sql.update("insert into category (id, name) values (1, 'Other'), (2, 'Printers')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@x.test', 1, 1), (2, 'Billing', 'b@x.test', 1, 1)");
    }

    @Test
    void a_ticket_comes_back_with_the_priority_and_category_of_each_moment() {
        long id = ticket("2 10:00", "OPEN", "URGENT", 2);
        event(id, "2 10:00", "OPENED", null, "NEW", 1, null);
        event(id, "2 11:00", "PRIORITY_CHANGED", "LOW", "NEW", 1, null);
        event(id, "2 12:00", "CATEGORY_CHANGED", "1", "NEW", 1, null);
        event(id, "2 13:00", "OWNER_CHANGED", null, "NEW", 1, 5L);
        event(id, "2 14:00", "STATUS_CHANGED", "NEW", "OPEN", 1, 5L);
        save();
        ReportedTicket read = only();
        assertThat(read.steps())
                .extracting(step -> step.place().priority())
                .containsExactly("LOW", "URGENT", "URGENT", "URGENT", "URGENT");
        assertThat(read.steps()).extracting(step -> step.place().categoryId()).containsExactly(1L, 1L, 2L, 2L, 2L);
        assertThat(read.steps().get(4).status()).isEqualTo(Status.OPEN);
        assertThat(read.steps().get(4).place().agentId()).isEqualTo(5);
    }

    @Test
    void what_bounced_waits_or_is_internal_or_automatic_was_not_said() {
        long id = ticket("2 10:00", "OPEN", "LOW", 1);
        event(id, "2 10:00", "OPENED", null, "NEW", 1, null);
        save();
        message(id, "2 10:00", "CUSTOMER", "PUBLIC", false, "NONE", null);
        message(id, "2 11:00", "AGENT", "PUBLIC", false, "FAILED", "2 11:05");
        message(id, "2 12:00", "AGENT", "PUBLIC", false, "WAITING", null);
        message(id, "2 13:00", "AGENT", "INTERNAL", false, "NONE", null);
        message(id, "2 14:00", "SYSTEM", "PUBLIC", true, "SENT", "2 14:01");
        message(id, "2 15:00", "AGENT", "PUBLIC", false, "SENT", "2 15:02");
        assertThat(only().remarks())
                .containsExactly(
                        new Remark(Histories.march("2 10:00"), false, null),
                        new Remark(Histories.march("2 15:02"), true, 5L));
    }

    @Test
    void sla_clocks_come_with_their_turns_and_one_the_sweep_has_missed_is_breached() {
        long id = ticket("2 10:00", "OPEN", "LOW", 1);
        event(id, "2 10:00", "OPENED", null, "NEW", 1, null);
        save();
        sql.update("insert into sla_policy (id, name, position, calendar_id) values (1, 'Standard', 1000, 1)");
        clock(1, id, "FIRST_RESPONSE", "BREACHED", "2 12:00");
        turn(1, 1, "STARTED", "2 10:00");
        turn(1, 2, "BREACHED", "2 12:00");
        turn(1, 3, "MISSED", "2 13:00");
        clock(2, id, "RESOLUTION", "RUNNING", "3 10:00");
        turn(2, 1, "STARTED", "2 10:00");
        ReportedTicket read = only();
        assertThat(read.calendarId()).isEqualTo(1);
        assertThat(read.targets())
                .extracting(ReportedTicket.Target::metric)
                .containsExactly(Metric.SLA_FIRST_RESPONSE, Metric.SLA_RESOLUTION);
        assertThat(read.targets().get(0).turns())
                .extracting(ReportedTicket.Turn::kind)
                .containsExactly(TurnKind.BREACHED, TurnKind.BREACHED);
        assertThat(read.targets().get(1).turns())
                .containsExactly(new ReportedTicket.Turn(Histories.march("3 10:00"), TurnKind.BREACHED));
    }

    @Test
    void who_was_gone_before_and_has_not_stirred_since_is_not_read() {
        long gone = ticket("2 10:00", "CLOSED", "LOW", 1);
        event(gone, "2 10:00", "OPENED", null, "NEW", 1, null);
        event(gone, "2 11:00", "STATUS_CHANGED", "NEW", "CLOSED", 1, null);
        save();
        Period later = Period.whole(LocalDate.of(2026, 3, 15), Histories.TUESDAY.zone());
        assertThat(tickets.after(0, 10, later)).isEmpty();
        assertThat(tickets.count(0, later)).isZero();
        assertThat(tickets.after(0, 10, Histories.TUESDAY)).hasSize(1);
    }

    @Test
    void stored_figures_are_the_ones_computed_in_memory_and_written_twice_they_are_the_same() {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            randomTicket(random);
        }
        save();
        Period day = Histories.TUESDAY;
        FigureSum memory = new FigureSum();
        long after = 0;
        for (List<ReportedTicket> page = tickets.after(0, 70, day);
                !page.isEmpty();
                page = tickets.after(after, 70, day)) {
            List<Fact> noted = new ArrayList<>();
            for (ReportedTicket ticket : page) {
                noted.addAll(FactRules.facts(ticket, day, OpenHours.roundTheClock()));
                after = ticket.ticketId();
            }
            noted.forEach(memory::add);
            List<Long> ids = page.stream().map(ReportedTicket::ticketId).toList();
            facts.replace(day.day(), ids, noted);
            facts.replace(day.day(), ids, noted);
        }
        List<Figure> stored = facts.sum(day.day()).figures();
        assertThat(stored).isEqualTo(memory.figures());
        assertThat(BacklogIdentity.gaps(stored)).isEmpty();
        assertThat(BacklogIdentity.end(stored))
                .isEqualTo(tickets.backlogAt(day.end()))
                .isPositive();

        figures.save(day, 7, AFTERWARDS, List.of("a gap"), stored);
        figures.save(day, 8, AFTERWARDS, List.of(), stored);
        assertThat(figures.figures(day.day())).isEqualTo(FigureStore.ordered(stored));
        assertThat(figures.day(day.day()).orElseThrow().gaps()).isEmpty();
        assertThat(figures.lastDay()).contains(day.day());
    }

    @Test
    void a_figure_names_its_tickets_but_only_those_of_queues_that_the_asker_may_read() {
        long id = ticket("3 10:00", "NEW", "LOW", 1);
        event(id, "3 10:00", "OPENED", null, "NEW", 1, null);
        save();
        Period day = Histories.TUESDAY;
        facts.replace(day.day(), List.of(id), FactRules.facts(only(), day, OpenHours.roundTheClock()));
        assertThat(facts.behind(day.day(), Dimension.QUEUE, "1", Metric.BACKLOG_AGE, List.of(1L, 2L), 10))
                .extracting(TicketBehind::ticketId, TicketBehind::calendar)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, Duration.ofHours(14)));
        assertThat(facts.behind(day.day(), Dimension.ALL, "all", Metric.VOLUME, null, 10))
                .hasSize(1);
        assertThat(facts.behind(day.day(), Dimension.AGENT, "none", Metric.VOLUME, null, 10))
                .hasSize(1);
        assertThat(facts.behind(day.day(), Dimension.QUEUE, "1", Metric.VOLUME, List.of(2L), 10))
                .isEmpty();
        assertThat(facts.behind(day.day(), Dimension.QUEUE, "2", Metric.VOLUME, null, 10))
                .isEmpty();
    }

    private void randomTicket(Random random) {
        List<Status> path = new ArrayList<>(List.of(Status.NEW));
        while (path.size() < 1 + random.nextInt(8)) {
            List<Status> next = List.copyOf(path.get(path.size() - 1).next());
            if (next.isEmpty()) {
                break;
            }
            path.add(next.get(random.nextInt(next.size())));
        }
        Instant at = Histories.MONDAY.plus(Duration.ofMinutes(random.nextInt(2000)));
        long id = insertTicket(at, path.get(path.size() - 1).name(), "NORMAL", 1 + random.nextInt(2));
        Long owner = null;
        long queue = 1;
        for (Status status : path) {
            owner = random.nextInt(3) == 0 ? Long.valueOf(5) : owner;
            queue = random.nextInt(4) == 0 ? 3 - queue : queue;
            insertEvent(id, at, status == Status.NEW ? "OPENED" : "STATUS_CHANGED", null, status.name(), queue, owner);
            at = at.plus(Duration.ofMinutes(random.nextInt(1500)));
        }
    }

    private ReportedTicket only() {
        List<ReportedTicket> read = tickets.after(0, 10, Histories.TUESDAY);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private long ticket(String created, String status, String priority, long category) {
        return insertTicket(Histories.march(created), status, priority, category);
    }

    private long insertTicket(Instant created, String status, String priority, long category) {
        long id = nextId++;
        ticketRows.add(new Object[] {id, "T" + id, status, priority, category, created, created});
        return id;
    }

    private void event(long ticket, String at, String kind, String oldValue, String status, long queue, Long owner) {
        insertEvent(ticket, Histories.march(at), kind, oldValue, status, queue, owner);
    }

    private void insertEvent(
            long ticket, Instant at, String kind, String oldValue, String status, long queue, Long owner) {
        eventRows.add(new Object[] {nextId++, ticket, at, kind, oldValue, status, queue, owner});
    }

    private void save() {
        sql.batch(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 'Printer', ?, ?, 'INCIDENT',"
                        + " 'EMAIL', 'en', ?, 1, 1, ?, ?)",
                ticketRows);
        sql.batch(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, old_value, status,"
                        + " queue_id, owner_id) values (?, ?, 1, ?, ?, 'SYSTEM', ?, ?, ?, ?)",
                eventRows);
        ticketRows.clear();
        eventRows.clear();
    }

    private void message(
            long ticket,
            String at,
            String origin,
            String visibility,
            boolean automatic,
            String delivery,
            String deliveredAt) {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at,"
                        + " body_text, language, automatic, delivery, delivered_at) values (?, ?, ?, ?, 'EMAIL', ?,"
                        + " 'x', ?, 'x', 'en', ?, ?, ?)",
                nextId++,
                ticket,
                visibility,
                origin,
                "AGENT".equals(origin) ? 5L : null,
                Histories.march(at),
                automatic,
                delivery,
                deliveredAt == null ? null : Histories.march(deliveredAt));
    }

    private void clock(long id, long ticket, String metric, String state, String due) {
        sql.update(
                "insert into sla_clock (id, ticket_id, metric, policy_id, calendar_id, priority, budget_seconds,"
                        + " terms_since, state, started_at, due_at) values (?, ?, ?, 1, 1, 'LOW', 3600, ?, ?, ?, ?)",
                id,
                ticket,
                metric,
                Histories.march("2 10:00"),
                state,
                Histories.march("2 10:00"),
                Histories.march(due));
    }

    private void turn(long clock, int ordinal, String kind, String at) {
        sql.update(
                "insert into sla_clock_event (id, clock_id, ordinal, kind, at, recorded_at, why, policy_id,"
                        + " budget_seconds) values (?, ?, ?, ?, ?, ?, '', 1, 3600)",
                nextId++,
                clock,
                ordinal,
                kind,
                Histories.march(at),
                Histories.march(at));
    }
}
