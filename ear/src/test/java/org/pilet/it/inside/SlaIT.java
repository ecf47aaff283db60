package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.platform.Sql;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.ClockState;
import org.pilet.sla.ClockView;
import org.pilet.sla.DueClock;
import org.pilet.sla.HolidaySets;
import org.pilet.sla.LadderAction;
import org.pilet.sla.Metric;
import org.pilet.sla.MovedClock;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaClocks;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.SlaPolicies;
import org.pilet.sla.SlaStruck;
import org.pilet.sla.Window;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketChange.SetPriority;
import org.pilet.tickets.TicketChange.SetStatus;
import org.pilet.tickets.Tickets;

@ArquillianTest
class SlaIT {

    private static final long ROUND_THE_CLOCK = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROMISED = Duration.ofSeconds(5);

    @Inject
    private Sql sql;

    @Inject
    private Strikes strikes;

    @EJB
    private AsSystem system;

    @EJB
    private Tickets tickets;

    @EJB
    private SlaClocks clocks;

    @EJB
    private SlaPolicies policies;

    @EJB
    private SlaImpacts impacts;

    @EJB
    private HolidaySets holidays;

    @EJB
    private BusinessCalendars calendars;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void a_missed_first_response_climbs_the_ladder_once_and_in_time() throws Exception {
        Desk desk = desk(Duration.ofSeconds(6), Duration.ofHours(10));
        long ticket = open(desk, false);

        Strikes.Seen warning = strikes.next(ticket, PATIENCE);
        assertEquals(75, warning.strike().percent());
        assertTrue(warning.lateness().compareTo(PROMISED) < 0, () -> "late: " + warning);
        Strikes.Seen breach = strikes.next(ticket, PATIENCE);
        assertTrue(breach.strike().breached());
        assertFalse(breach.strike().late());
        assertTrue(breach.lateness().compareTo(PROMISED) < 0, () -> "late: " + breach);

        ClockView clock = clock(ticket, Metric.FIRST_RESPONSE);
        assertEquals(ClockState.BREACHED, clock.state());
        assertTrue(clock.live());
        assertEquals(clock.dueAt(), clock.breachedAt());
        assertEquals("HIGH", text("select priority as text from ticket where id = ?", ticket));
        assertEquals("true", text("select escalated::text as text from ticket where id = ?", ticket));
        assertEquals(
                List.of(
                        "OPENED",
                        "SLA_STARTED",
                        "SLA_STARTED",
                        "SLA_WARNED",
                        "SLA_BREACHED",
                        "ESCALATED_CHANGED",
                        "PRIORITY_CHANGED",
                        "SLA_RETARGETED"),
                history(ticket));
        assertEquals(
                List.of("sla.warned " + desk.lead(), "sla.breached " + desk.lead()),
                sql.list(
                        "select payload::json ->> 'event' || ' ' || (payload::json ->> 'personId') as text from outbox"
                                + " where kind = 'notify' and (payload::json ->> 'ticketId')::bigint = ? order by id",
                        row -> row.text("text"),
                        ticket));

        for (DueClock done : clocks(ticket)) {
            strike(done);
            strike(new DueClock(done.clockId(), ticket, done.generation() - 1));
        }
        assertNull(strikes.next(
                ticket, Duration.ofSeconds(2))); // what is struck is heard at once, and the sweep looks each second
    }

    @Test
    void many_strikers_strike_once_and_date_it_back() throws Exception {
        Desk desk = desk(Duration.ofHours(1), Duration.ofHours(10));
        long ticket = open(desk, false);
        // As if the house had stood still for the last two hours: the start lies back, and nobody has looked since.
        sql.update("alter table sla_clock_event disable trigger sla_clock_event_append_only");
        sql.update(
                "update sla_clock_event set at = at - interval '2 hours' where clock_id in (select id from sla_clock"
                        + " where ticket_id = ?)",
                ticket);
        sql.update("alter table sla_clock_event enable trigger sla_clock_event_append_only");
        sql.update(
                "update sla_clock set started_at = started_at - interval '2 hours', terms_since = terms_since -"
                        + " interval '2 hours', next_strike_at = now() - interval '75 minutes' where ticket_id = ?"
                        + " and metric = 'FIRST_RESPONSE'",
                ticket);
        List<DueClock> due = clocks(ticket);
        List<Future<?>> strikers = new ArrayList<>();
        for (int striker = 0; striker < 8; striker++) {
            due.forEach(one -> strikers.add(executor.submit(() -> strike(one))));
        }
        for (Future<?> striker : strikers) {
            striker.get();
        }

        // One transaction's events are heard in any order.
        List<SlaStruck> struck = new ArrayList<>();
        struck.add(strikes.next(ticket, PATIENCE).strike());
        struck.add(strikes.next(ticket, PATIENCE).strike());
        struck.sort(Comparator.comparing(SlaStruck::percent));
        assertEquals(75, struck.get(0).percent());
        assertTrue(struck.get(0).late());
        assertTrue(struck.get(1).breached());
        assertEquals(clock(ticket, Metric.FIRST_RESPONSE).dueAt(), struck.get(1).at());
        assertEquals(
                List.of("sla:first_response:late", "sla:first_response:late"),
                sql.list(
                        "select cause as text from ticket_event where ticket_id = ? and kind in ('SLA_WARNED',"
                                + " 'SLA_BREACHED')",
                        row -> row.text("text"),
                        ticket));
        // The warning has nothing to say any more, so only the breach is told.
        assertEquals(
                "1",
                text(
                        "select count(*)::text as text from outbox where kind = 'notify' and (payload::json ->>"
                                + " 'ticketId')::bigint = ?",
                        ticket));
        assertNull(strikes.next(ticket, Duration.ofSeconds(2)));
    }

    /** Features B1.15: the lead works on one day of the week only, and that is not today. */
    @Test
    void warnings_wait_for_the_readers_working_hours() throws Exception {
        Desk desk = desk(Duration.ofSeconds(4), Duration.ofHours(10));
        DayOfWeek far = LocalDate.now(ZoneOffset.UTC).getDayOfWeek().plus(3);
        long calendar = system.call(() -> calendars.add(new CalendarDraft(
                        UUID.randomUUID().toString(),
                        "UTC",
                        Map.of(far, List.of(Window.of("09:00", "17:00"))),
                        List.of(),
                        List.of())))
                .id();
        sql.update("insert into routing_agent (person_id, calendar_id) values (?, ?)", desk.lead(), calendar);
        long ticket = open(desk, false);
        assertEquals(75, strikes.next(ticket, PATIENCE).strike().percent());
        assertEquals(
                far.getValue() + " 09:00",
                text(
                        "select to_char(due_at at time zone 'UTC', 'ID HH24:MI') as text from outbox where kind = 'notify'"
                                + " and (payload::json ->> 'ticketId')::bigint = ? order by id limit 1",
                        ticket));
    }

    @Test
    void waiting_pauses_the_resolution_only_and_reopening_goes_on() throws Exception {
        long ticket = open(desk(Duration.ofHours(1), Duration.ofHours(10)), false);
        change(ticket, new SetStatus(Status.PENDING, "customer's log", null));
        assertEquals(ClockState.PAUSED, clock(ticket, Metric.RESOLUTION).state());
        assertEquals("PENDING", clock(ticket, Metric.RESOLUTION).pausedWhy());
        assertNull(clock(ticket, Metric.RESOLUTION).dueAt());
        assertEquals(ClockState.RUNNING, clock(ticket, Metric.FIRST_RESPONSE).state());

        change(ticket, SetStatus.to(Status.OPEN));
        assertNotNull(clock(ticket, Metric.RESOLUTION).dueAt());
        assertEquals(ClockState.RUNNING, clock(ticket, Metric.RESOLUTION).state());

        change(ticket, SetStatus.to(Status.SPAM));
        assertEquals(ClockState.VOID, clock(ticket, Metric.RESOLUTION).state());
        change(ticket, SetStatus.to(Status.OPEN));
        assertEquals(ClockState.RUNNING, clock(ticket, Metric.FIRST_RESPONSE).state());
    }

    @Test
    void an_answer_stops_the_first_response_and_not_the_resolution() throws Exception {
        long ticket = open(desk(Duration.ofHours(1), Duration.ofHours(10)), false);
        system.call(() -> tickets.spoken(ticket, "REPLY_SENT", "0", SetStatus.to(Status.ANSWERED), true));
        assertEquals(ClockState.MET, clock(ticket, Metric.FIRST_RESPONSE).state());
        assertEquals(ClockState.RUNNING, clock(ticket, Metric.RESOLUTION).state());
        assertTrue(history(ticket).contains("SLA_MET"));
    }

    @Test
    void another_priority_keeps_the_start_and_moves_the_due_time() throws Exception {
        long ticket = open(desk(Duration.ofHours(1), Duration.ofHours(10)), false);
        ClockView before = clock(ticket, Metric.RESOLUTION);
        change(ticket, new SetPriority(Priority.HIGH));
        ClockView after = clock(ticket, Metric.RESOLUTION);
        assertEquals(before.startedAt(), after.startedAt());
        assertEquals(before.startedAt().plus(Duration.ofHours(5)), after.dueAt());
        assertEquals(
                after.dueAt(),
                system.call(() -> clocks.explain(ticket, Metric.RESOLUTION))
                        .get(0)
                        .to());
    }

    @Test
    void what_an_agent_opens_owes_no_first_response() throws Exception {
        long ticket = open(desk(Duration.ofHours(1), Duration.ofHours(10)), true);
        assertEquals(
                List.of(Metric.RESOLUTION),
                system.call(() -> clocks.of(ticket)).stream()
                        .map(ClockView::metric)
                        .toList());
    }

    @Test
    void public_holidays_are_known_inside_the_server() throws Exception {
        assertFalse(system.call(() -> holidays.ofCountry("EE", null, 2027, 2027, Locale.ENGLISH))
                .isEmpty());
        byte[] file =
                ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z"
                                + "\r\nDTSTART;VALUE=DATE:20271224\r\nSUMMARY:Eve\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "2027-12-24",
                system.call(() -> holidays.ofFile(file, 2027, 2027))
                        .get(0)
                        .day()
                        .toString());
    }

    @Test
    void moving_a_policy_in_the_order_tells_first_which_clocks_it_would_move() throws Exception {
        Desk desk = desk(Duration.ofHours(1), Duration.ofHours(10));
        long ticket = open(desk, false);
        PolicyView first = policyOf(desk);
        PolicyDraft longer = new PolicyDraft(
                first.content().name() + " longer",
                1_000_000 + (int) desk.queue(),
                true,
                ROUND_THE_CLOCK,
                desk.queue(),
                null,
                null,
                List.of(new PolicyDraft.Target(Metric.RESOLUTION, null, Duration.ofHours(20))),
                PolicyDraft.USUAL_PAUSES,
                List.of());
        long second = system.call(() -> policies.add(longer)).id();
        while (place(second) > place(first.id()) + 1) {
            system.call(() -> {
                policies.shift(second, -1);
                return null;
            });
        }
        Instant before = clock(ticket, Metric.RESOLUTION).dueAt();
        List<MovedClock> moved = system.call(() -> impacts.ofShift(second, -1)).moved().stream()
                .filter(clock -> clock.metric() == Metric.RESOLUTION)
                .toList();
        assertEquals(
                List.of(new MovedClock(ticket, Metric.RESOLUTION, before, before.plus(Duration.ofHours(10)))), moved);
        assertEquals(before, clock(ticket, Metric.RESOLUTION).dueAt());
        assertEquals(place(first.id()) + 1, place(second), "nothing was moved");
    }

    private int place(long policy) throws Exception {
        return system.call(() -> policies.all()).stream()
                .map(PolicyView::id)
                .toList()
                .indexOf(policy);
    }

    private PolicyView policyOf(Desk desk) throws Exception {
        return system.call(() -> policies.all()).stream()
                .filter(policy -> policy.content().conditions().queues().contains(desk.queue()))
                .findFirst()
                .orElseThrow();
    }

    private Void strike(DueClock due) throws Exception {
        return system.call(() -> {
            clocks.strike(due);
            return null;
        });
    }

    private record Desk(long queue, long lead, long customer) {}

    /** A queue of its own with a lead and a policy, so that other tests' tickets do not matter. */
    private Desk desk(Duration firstResponse, Duration resolution) throws Exception {
        String name = "SlaIT " + UUID.randomUUID();
        long lead = person("AGENT", name + " lead");
        long customer = person("CUSTOMER", name + " customer");
        long team = id("team_seq");
        sql.update("insert into team (id, name, lead_id) values (?, ?, ?)", team, name, lead);
        long category = id("category_seq");
        sql.update("insert into category (id, name) values (?, ?)", category, name);
        long queue = id("queue_seq");
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id) values (?, ?, ?, ?, ?)",
                queue,
                name,
                queue + "@sla.test",
                team,
                category);
        PolicyDraft draft = new PolicyDraft(
                name,
                -(int) queue, // before the catch-all
                true,
                ROUND_THE_CLOCK,
                queue,
                null,
                null,
                List.of(
                        new PolicyDraft.Target(Metric.FIRST_RESPONSE, null, firstResponse),
                        new PolicyDraft.Target(Metric.RESOLUTION, null, resolution),
                        new PolicyDraft.Target(Metric.RESOLUTION, Priority.HIGH, resolution.dividedBy(2))),
                PolicyDraft.USUAL_PAUSES,
                List.of(
                        new PolicyDraft.Level(Metric.FIRST_RESPONSE, 75, Set.of(LadderAction.NOTIFY_OWNER)),
                        new PolicyDraft.Level(
                                Metric.FIRST_RESPONSE,
                                100,
                                Set.of(
                                        LadderAction.NOTIFY_LEAD,
                                        LadderAction.RAISE_PRIORITY,
                                        LadderAction.MARK_ESCALATED))));
        system.call(() -> policies.add(draft));
        return new Desk(queue, lead, customer);
    }

    private long person(String kind, String name) {
        long id = id("person_seq");
        sql.update("insert into person (id, kind, name, created_at) values (?, ?, ?, now())", id, kind, name);
        return id;
    }

    private long id(String sequence) {
        return sql.number("select nextval('" + sequence + "') + 1000000 as value");
    }

    private long open(Desk desk, boolean byAgent) throws Exception {
        return system.call(() -> tickets.open(new OpenTicket(
                        "A promise to keep",
                        desk.queue(),
                        null,
                        Priority.NORMAL,
                        null,
                        Channel.PHONE,
                        desk.customer(),
                        "en",
                        byAgent,
                        List.of(),
                        null)))
                .id();
    }

    private void change(long ticket, TicketChange change) throws Exception {
        system.call(() -> tickets.change(ticket, null, List.of(change), null));
    }

    private ClockView clock(long ticket, Metric metric) throws Exception {
        Map<Metric, ClockView> byMetric = new EnumMap<>(Metric.class);
        system.call(() -> clocks.of(ticket)).forEach(clock -> byMetric.put(clock.metric(), clock));
        return byMetric.get(metric);
    }

    private List<DueClock> clocks(long ticket) {
        return sql.list(
                "select id, ticket_id, generation from sla_clock where ticket_id = ?",
                row -> new DueClock(row.number("id"), row.number("ticket_id"), row.integer("generation")),
                ticket);
    }

    private List<String> history(long ticket) {
        return sql.list(
                "select kind as text from ticket_event where ticket_id = ? order by id",
                row -> row.text("text"),
                ticket);
    }

    private String text(String query, long ticket) {
        return sql.first(query, row -> row.text("text"), ticket).orElseThrow();
    }
}
