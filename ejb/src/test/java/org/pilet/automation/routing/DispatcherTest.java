package org.pilet.automation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class DispatcherTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final int DISPATCHERS = 8;
    private static final int ASKERS = 2;

    private final RowLocks locks;
    private final Sql sql;
    private final RoutingStore store;
    private final NextTicketStore nexts;

    DispatcherTest(DataSource database) {
        locks = new RowLocks(database);
        sql = new Sql(locks.source());
        store = new RoutingStore(sql);
        nexts = new NextTicketStore(sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, team, category, queue, ticket, skill, routing_log, business_calendar cascade");
        sql.update("insert into person (id, kind, name, language, created_at) values (11, 'CUSTOMER', 'Carl', 'en',"
                + " now())");
        sql.update("insert into team (id, name) values (1, 'T')");
        sql.update("insert into category (id, name) values (1, 'C')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Q', 'q@x', 1, 1)");
        sql.update("insert into queue_grant (team_id, queue_id, permission) values (1, 1, 'WORK')");
        sql.update("insert into skill (id, name) values (7, 'Printers')");
        sql.update("insert into routing_queue (queue_id, active, strategy, ordering) values (1, true, 'LEAST_LOADED',"
                + " 'ARRIVAL')");
    }

    /**
     * Random caps, loads, media and strategies under eight dispatchers, half of them on a second node, while two people ask
     * for their next ticket: nothing double, nothing over, nothing lost. Nodes share nothing but the database.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void concurrent_dispatchers_exceed_no_cap_and_forget_nothing(long seed) throws Exception {
        Random random = new Random(seed);
        Strategy strategy = Strategy.values()[random.nextInt(3)];
        int agents = 2 + random.nextInt(5);
        for (int a = 1; a <= agents; a++) {
            agent(100 + a, 1 + random.nextInt(8), random.nextInt(4), random.nextInt(3));
        }
        int count = 30 + random.nextInt(30);
        for (int t = 1; t <= count; t++) {
            ticket(t, List.of("EMAIL", "CHAT", "PHONE", "PORTAL").get(random.nextInt(4)));
        }
        sql.update("update ticket set owner_id = 101 where id = 1");
        Map<Long, Long> given = new ConcurrentHashMap<>();
        List<String> twice = new ArrayList<>();
        ObjLongConsumer<RoutingStore.Waiting> assign = (waiting, person) -> {
            sql.update("update ticket set owner_id = ? where id = ?", person, waiting.id());
            Long before = given.put(waiting.id(), person);
            if (before != null) {
                synchronized (twice) {
                    twice.add(waiting.id() + " to " + before + " and " + person);
                }
            }
        };
        List<Dispatcher> nodes = List.of(
                new Dispatcher(store, (id, at) -> true, assign),
                new Dispatcher(new RoutingStore(new Sql(locks.source())), (id, at) -> true, assign));
        QueueRouting routing = new QueueRouting(1, "Q", true, strategy, Ordering.ARRIVAL, false, List.of());
        ExecutorService pool = Executors.newFixedThreadPool(DISPATCHERS + ASKERS);
        Map<Long, Long> reserved = new ConcurrentHashMap<>();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int d = 0; d < DISPATCHERS; d++) {
                long own = seed * 31 + d;
                Dispatcher dispatcher = nodes.get(d % nodes.size());
                running.add(pool.submit(() -> {
                    List<Long> order = new ArrayList<>();
                    for (long t = 1; t <= count; t++) {
                        order.add(t);
                    }
                    java.util.Collections.shuffle(order, new Random(own));
                    for (long ticket : order) {
                        locks.transaction(() -> dispatcher.dispatch(ticket, routing, Map.of(), NOON));
                    }
                    return null;
                }));
            }
            for (long asker = 101; asker < 101 + ASKERS; asker++) {
                long me = asker;
                running.add(pool.submit(() -> {
                    for (int i = 0; i < 3; i++) {
                        locks.transaction(() -> ask(me)).ifPresent(id -> {
                            Long before = reserved.put(id, me);
                            if (before != null) {
                                synchronized (twice) {
                                    twice.add(id + " reserved by " + before + " and " + me);
                                }
                            }
                        });
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(twice).isEmpty();
        assertThat(given.keySet())
                .as("given to one and reserved by another")
                .doesNotContainAnyElementsOf(reserved.keySet());
        for (Medium medium : Medium.values()) {
            String cap = medium == Medium.TICKET ? "most_tickets" : medium == Medium.CHAT ? "most_chats" : "most_calls";
            List<String> over = sql.list(
                    "select a.person_id || ': ' || count(t.id) || ' of ' || a." + cap + " as text from routing_agent a"
                            + " left join ticket t on t.owner_id = a.person_id and (case t.channel when 'CHAT' then"
                            + " 'CHAT' when 'PHONE' then 'CALL' else 'TICKET' end) = ? group by a.person_id having"
                            + " count(t.id) > a." + cap + " and not (a.person_id = 101 and count(t.id) = 1)",
                    row -> row.text("text"),
                    medium);
            assertThat(over).as("%s over their cap", medium).isEmpty();
            long free = sql.number("select sum(a." + cap + ") as value from routing_agent a where a.person_id > 100");
            long owned = sql.number(
                    "select count(*) as value from ticket t where (t.owner_id is not null or exists (select 1 from"
                            + " ticket_reservation r where r.ticket_id = t.id)) and (case t.channel when 'CHAT' then 'CHAT' when 'PHONE' then 'CALL' else 'TICKET' end) = ?",
                    medium);
            long all = sql.number(
                    "select count(*) as value from ticket t where (case t.channel when 'CHAT' then 'CHAT' when 'PHONE'"
                            + " then 'CALL' else 'TICKET' end) = ?",
                    medium);
            assertThat(owned)
                    .as("%s given out while there was room", medium)
                    .isGreaterThanOrEqualTo(Math.min(all, free));
        }
        assertThat(sql.number("select count(*) as value from ticket t where t.owner_id is null and not exists (select 1"
                        + " from ticket_reservation r where r.ticket_id = t.id) and not exists (select 1 from"
                        + " routing_stuck s where s.ticket_id = t.id)"))
                .as("neither owned nor reserved nor known to be stuck")
                .isZero();
    }

    /** As the door does when somebody asks for their next ticket. */
    private Optional<Long> ask(long person) {
        store.hold(List.of(person));
        Optional<Long> next = nexts.next(List.of(1L), Ordering.ARRIVAL, NOON);
        while (next.isPresent() && !nexts.reserve(next.get(), person, NOON, NOON.plusSeconds(600))) {
            next = nexts.next(List.of(1L), Ordering.ARRIVAL, NOON);
        }
        return next;
    }

    @Test
    void round_robin_takes_turns_and_weights_share_them() throws Exception {
        agent(101, 100, 0, 0);
        agent(102, 100, 0, 0);
        agent(103, 100, 0, 0);
        for (int t = 1; t <= 6; t++) {
            ticket(t, "EMAIL");
        }
        List<Long> turns = new ArrayList<>();
        for (int t = 1; t <= 6; t++) {
            turns.add(give(t, Strategy.ROUND_ROBIN, NOON.plusSeconds(t)));
        }
        assertThat(turns).containsExactly(101L, 102L, 103L, 101L, 102L, 103L);

        sql.update("delete from routing_turn");
        sql.update("update routing_agent set weight = 3 where person_id = 101");
        sql.update("update routing_agent set active = false where person_id = 103");
        int first = 0;
        for (int t = 11; t <= 30; t++) {
            ticket(t, "EMAIL");
            first += give(t, Strategy.WEIGHTED, NOON.plusSeconds(t)) == 101L ? 1 : 0;
        }
        assertThat(first).as("of twenty, three quarters").isEqualTo(15);
    }

    @Test
    void asks_for_skill_language_hours_and_presence_and_says_why_not() throws Exception {
        agent(101, 5, 0, 0);
        agent(102, 5, 0, 0);
        agent(103, 5, 0, 0);
        agent(104, 5, 0, 0);
        agent(105, 0, 0, 0);
        sql.update("insert into person_skill (person_id, skill_id, level) values (101, 7, 2), (102, 7, 4), (103, 7, 5),"
                + " (104, 7, 5), (105, 7, 5)");
        sql.update("insert into business_calendar (id, name, zone) values (3, 'Shut', 'UTC')");
        sql.update("update routing_agent set calendar_id = 3 where person_id = 103");
        sql.update("insert into routing_absence (person_id, kind, from_at) values (104, 'PAUSE', ?)", NOON);
        ticket(1, "EMAIL");
        QueueRouting routing = new QueueRouting(
                1,
                "Q",
                true,
                Strategy.LEAST_LOADED,
                Ordering.ARRIVAL,
                true,
                List.of(new QueueRouting.SkillLevel(7, 3)));
        Dispatcher.Result result = dispatch(1, routing, NOON).orElseThrow();
        assertThat(result.personId()).isEqualTo(102L);
        assertThat(result.why())
                .contains(
                        "Agent 101: skill 7 below 3",
                        "Agent 103: not at work",
                        "Agent 104: pauses",
                        "Agent 105: full 0/0");

        sql.update("update person set language = 'fa' where id = 102");
        ticket(2, "EMAIL");
        Dispatcher.Result stuck = dispatch(2, routing, NOON).orElseThrow();
        assertThat(stuck.personId()).isNull();
        assertThat(stuck.newlyStuck()).isTrue();
        assertThat(stuck.why()).contains("Agent 102: does not speak en");
        assertThat(dispatch(2, routing, NOON).orElseThrow().newlyStuck()).isFalse();
        assertThat(store.waiting(NOON, 10)).doesNotContain(2L);
        assertThat(store.waiting(NOON.plus(Dispatcher.PAUSE), 10)).contains(2L);

        sql.update("insert into person_language (person_id, language) values (102, 'en')");
        assertThat(dispatch(2, routing, NOON.plusSeconds(60)).orElseThrow().personId())
                .isEqualTo(102L);
    }

    @Test
    void who_stands_in_is_given_what_the_absent_one_could_have_been() throws Exception {
        agent(101, 5, 0, 0);
        agent(102, 5, 0, 0);
        sql.update("insert into person_skill (person_id, skill_id, level) values (101, 7, 5)");
        sql.update(
                "insert into routing_absence (person_id, kind, from_at, until_at, replacement_id) values (101,"
                        + " 'OUT_OF_OFFICE', ?, ?, 102)",
                NOON.minusSeconds(1),
                NOON.plus(Duration.ofDays(1)));
        ticket(1, "EMAIL");
        QueueRouting routing = new QueueRouting(
                1,
                "Q",
                true,
                Strategy.LEAST_LOADED,
                Ordering.ARRIVAL,
                false,
                List.of(new QueueRouting.SkillLevel(7, 3)));
        assertThat(dispatch(1, routing, NOON).orElseThrow().personId()).isEqualTo(102L);
    }

    @Test
    void the_next_ticket_follows_the_order_and_is_offered_to_one() throws Exception {
        agent(101, 5, 0, 0);
        ticket(1, "EMAIL");
        ticket(2, "EMAIL");
        ticket(3, "EMAIL");
        sql.update("update ticket set priority = 'URGENT' where id = 3");
        assertThat(nexts.next(List.of(1L), Ordering.ARRIVAL, NOON)).contains(1L);
        assertThat(nexts.next(List.of(1L), Ordering.URGENCY, NOON)).contains(3L);
        assertThat(nexts.reserve(3, 101, NOON, NOON.plusSeconds(600))).isTrue();
        assertThat(nexts.reserve(3, 102, NOON, NOON.plusSeconds(600))).isFalse();
        assertThat(nexts.next(List.of(1L), Ordering.URGENCY, NOON)).contains(1L);
        assertThat(nexts.reservedFor(101, NOON)).contains(3L);
        assertThat(dispatch(3, routing(Strategy.LEAST_LOADED), NOON))
                .as("reserved")
                .isEmpty();
        assertThat(nexts.next(List.of(1L), Ordering.URGENCY, NOON.plusSeconds(601)))
                .contains(3L);
    }

    @Test
    void over_several_queues_each_keeps_its_own_order() {
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (2, 'R', 'r@x', 1, 1)");
        agent(101, 5, 0, 0);
        ticket(1, "EMAIL");
        ticket(2, "EMAIL");
        ticket(3, "EMAIL");
        ticket(4, "EMAIL");
        sql.update("update ticket set queue_id = 2 where id in (3, 4)");
        sql.update("update ticket set priority = 'URGENT' where id = 2");
        sql.update("update ticket set priority = 'HIGH' where id = 4");
        List<Long> served = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long next = nexts.next(List.of(2L), List.of(1L), NOON).orElseThrow();
            served.add(next);
            nexts.reserve(next, 101, NOON, NOON.plusSeconds(600));
        }
        assertThat(served)
                .as("the urgent 2 came after 1, and queue 1 serves as people come; 4 is more urgent than 1")
                .containsExactly(4L, 1L, 2L, 3L);
        assertThat(nexts.next(List.of(2L), List.of(1L), NOON)).isEmpty();
    }

    private long give(long ticket, Strategy strategy, Instant now) throws Exception {
        return dispatch(ticket, routing(strategy), now).orElseThrow().personId();
    }

    private static QueueRouting routing(Strategy strategy) {
        return new QueueRouting(1, "Q", true, strategy, Ordering.ARRIVAL, false, List.of());
    }

    private Optional<Dispatcher.Result> dispatch(long ticket, QueueRouting routing, Instant now) throws Exception {
        Dispatcher dispatcher = new Dispatcher(
                store,
                (id, at) -> id != 3,
                (waiting, person) -> sql.update("update ticket set owner_id = ? where id = ?", person, waiting.id()));
        return locks.transaction(() -> dispatcher.dispatch(ticket, routing, Map.of(), now));
    }

    private void agent(long id, int tickets, int chats, int calls) {
        sql.update(
                "insert into person (id, kind, name, language, created_at) values (?, 'AGENT', ?, 'en', now())",
                id,
                "Agent " + id);
        sql.update("insert into team_member (team_id, person_id) values (1, ?)", id);
        sql.update(
                "insert into routing_agent (person_id, most_tickets, most_chats, most_calls) values (?, ?, ?, ?)",
                id,
                tickets,
                chats,
                calls);
    }

    private void ticket(long id, String channel) {
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (?, ?, 's', 'NEW', 'NORMAL',"
                        + " 'QUESTION', ?, 'en', 1, 1, 11, ?, ?)",
                id,
                "10" + id,
                channel,
                NOON.plusSeconds(id - 1000),
                NOON);
    }
}
