package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.search.Desk.ANNA;
import static org.pilet.search.Desk.BELA;
import static org.pilet.search.Desk.BILLING;
import static org.pilet.search.Desk.CARL;
import static org.pilet.search.Desk.NOON;
import static org.pilet.search.Desk.SUPPORT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pilet.platform.Page;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.search.FoundTickets.Reach;
import org.pilet.security.Caller;

/** What a list finds is what one finds who looks at all tickets, one after the other, however the store goes about it. */
@ExtendWith(PostgresExtension.class)
class SearchOracleTest {

    private static final int TICKETS = 60;
    private static final int QUESTIONS = 25;
    private static final int PAGE = 8;
    private static final long DORA = 12;
    private static final List<String> WORDS =
            List.of("printer", "print", "toner", "jam", "paper", "fax", "pc", "tv", "a", "invoice");
    private static final List<String> STATUSES = List.of("NEW", "OPEN", "PENDING", "RESOLVED", "CLOSED");
    private static final List<String> PRIORITIES = List.of("URGENT", "HIGH", "NORMAL", "LOW");
    private static final Set<String> OPEN = Set.of("NEW", "OPEN", "PENDING");
    private static final Map<Long, List<String>> PEOPLE =
            Map.of(CARL, List.of("carl customer", "carl@acme.test"), DORA, List.of("fax printer", "dora@toner.test"));

    private final Desk desk;
    private final Sql sql;
    private final List<Ticket> tickets = new ArrayList<>();

    private record Message(boolean internal, List<String> words) {}

    private record Ticket(
            long id,
            String status,
            String priority,
            String subject,
            long queueId,
            Long ownerId,
            long requesterId,
            boolean vip,
            int changed,
            int created,
            List<Message> messages) {}

    SearchOracleTest(Sql sql) {
        this.sql = sql;
        this.desk = new Desk(sql);
    }

    @BeforeEach
    void furnish() {
        desk.furnish();
        tickets.clear();
        sql.update("update person set name = 'Fax Printer', email = 'dora@toner.test' where id = ?", DORA);
        sql.update("update contact_point set address = 'dora@toner.test' where person_id = ?", DORA);
        Random random = new Random(5);
        for (int id = 1; id <= TICKETS; id++) {
            Ticket ticket = ticket(id, random);
            tickets.add(ticket);
            desk.ticket(id, ticket.status(), ticket.changed());
            sql.update(
                    "update ticket set subject = ?, priority = ?, queue_id = ?, owner_id = ?, requester_id = ?,"
                            + " created_at = ? where id = ?",
                    ticket.subject(),
                    ticket.priority(),
                    ticket.queueId(),
                    ticket.ownerId(),
                    ticket.requesterId(),
                    NOON.plusSeconds(ticket.created()),
                    id);
            if (ticket.vip()) {
                sql.update("insert into ticket_tag (ticket_id, tag) values (?, 'vip')", id);
            }
            for (Message message : ticket.messages()) {
                desk.message(id, message.internal() ? "INTERNAL" : "PUBLIC", 1, String.join(" ", message.words()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 3000", "6, 10", "0, 1", "12, 100", "100, 20"})
    void finds_what_is_found_by_looking_at_each(int named, int stretch) {
        WorkListStore store = desk.lists(new Reach(named, stretch));
        Random random = new Random(7L * named + stretch);
        for (int i = 0; i < QUESTIONS; i++) {
            String typed = question(random, 0);
            WorkListQuery query = WorkListQuery.of(
                    any(random, WorkListView.ALL, WorkListView.ALL_OPEN, WorkListView.CLOSED),
                    typed,
                    any(random, WorkListSort.values()),
                    WorkListGroup.NONE);
            Caller caller = random.nextInt(3) == 0 ? desk.administrator() : desk.agentOf(ANNA, SUPPORT);
            List<Long> expected = expected(query, caller);
            String what = typed + " in " + query.view() + " by " + query.sort();

            assertThat(paged(store, query, caller)).as(what).isEqualTo(expected);
            assertThat(store.ids(query, caller, NOON, 10))
                    .as(what)
                    .isEqualTo(expected.stream().limit(10).toList());
            assertTrue(what, store.count(query, caller, NOON, 5), expected.size());
            assertTrue(what, store.counts(Map.of(1L, query), caller, NOON, 5).get(1L), expected.size());
            CountedPage counted = store.counted(query, caller, NOON, null, PAGE, 5);
            assertTrue(what, counted.count(), expected.size());
            assertThat(counted.page()).as(what).isEqualTo(store.page(query, caller, NOON, null, PAGE));
        }
    }

    /** Exact, or less than there are: never "more than 5" of five. */
    private static void assertTrue(String what, Count count, int expected) {
        if (count.more()) {
            assertThat(count.number()).as(what).isLessThan(expected).isLessThanOrEqualTo(5);
        } else {
            assertThat(count.number()).as(what).isEqualTo(expected);
        }
    }

    @Test
    void the_questions_find_something_often_enough() {
        Random random = new Random(1);
        long some = IntStream.range(0, QUESTIONS)
                .mapToObj(i -> expected(
                        WorkListQuery.of(
                                WorkListView.ALL, question(random, 0), WorkListSort.CHANGED, WorkListGroup.NONE),
                        desk.administrator()))
                .filter(found -> !found.isEmpty() && found.size() < TICKETS)
                .count();
        assertThat(some).isGreaterThan(QUESTIONS / 2);
    }

    private List<Long> paged(WorkListStore store, WorkListQuery query, Caller caller) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<WorkListRow> page = store.page(query, caller, NOON, cursor, PAGE);
            page.rows().forEach(row -> ids.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static Ticket ticket(int id, Random random) {
        List<Message> messages = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Message(random.nextBoolean(), words(random, 1 + random.nextInt(5))))
                .toList();
        return new Ticket(
                id,
                any(random, STATUSES),
                any(random, PRIORITIES),
                String.join(" ", words(random, 1 + random.nextInt(3))),
                random.nextInt(4) == 0 ? BILLING : SUPPORT,
                random.nextInt(3) == 0 ? null : (Long) (random.nextBoolean() ? ANNA : BELA),
                random.nextInt(4) == 0 ? DORA : CARL,
                random.nextInt(4) == 0,
                random.nextInt(20),
                random.nextInt(20),
                messages);
    }

    private static String question(Random random, int depth) {
        String word = any(random, WORDS);
        String other = any(random, WORDS);
        return switch (random.nextInt(depth > 1 ? 11 : 15)) {
            case 0, 1, 2 -> word;
            case 3 -> word + " " + other;
            case 4 -> "\"" + word + " " + other + "\"";
            case 5 -> "subject:" + word.substring(0, Math.max(1, word.length() - 1));
            case 6 -> (random.nextBoolean() ? "message:" : "note:") + word;
            case 7 -> "-" + word;
            case 8 ->
                any(random, "status:open", "tag:vip", "-tag:vip", "owner:me", "requester:carl", "-requester:acme");
            case 9 -> word.substring(0, Math.min(word.length(), 3));
            case 10 -> any(random, "101", "1024", "#1033", "10");
            case 11 -> question(random, depth + 1) + " OR " + question(random, depth + 1);
            case 12 -> "-(" + question(random, depth + 1) + " " + question(random, depth + 1) + ")";
            default -> question(random, depth + 1) + " (" + question(random, depth + 1) + ")";
        };
    }

    private List<Long> expected(WorkListQuery query, Caller caller) {
        Search search = SearchReader.read(query.text());
        return tickets.stream()
                .filter(ticket -> caller.allQueues() || caller.viewQueueIds().contains(ticket.queueId()))
                .filter(ticket -> query.view() == WorkListView.ALL
                        || OPEN.contains(ticket.status()) == query.view().isOpenOnly())
                .filter(ticket -> finds(search, ticket))
                .sorted(order(query))
                .map(Ticket::id)
                .toList();
    }

    private static Comparator<Ticket> order(WorkListQuery query) {
        Comparator<Ticket> byId = Comparator.comparing(Ticket::id);
        Comparator<Ticket> untouched = Comparator.comparing(Ticket::changed).thenComparing(byId);
        Comparator<Ticket> oldest = Comparator.comparing(Ticket::created).thenComparing(byId);
        return switch (query.sort()) {
            case CHANGED -> untouched.reversed();
            case CREATED -> oldest.reversed();
            case UNTOUCHED -> untouched;
            case OLDEST -> oldest;
            case DUE -> byId;
            case PRIORITY ->
                Comparator.<Ticket, Integer>comparing(ticket -> PRIORITIES.indexOf(ticket.priority()))
                        .thenComparing(untouched);
            case DEFAULT ->
                query.view().isOpenOnly()
                        ? Comparator.<Ticket, Boolean>comparing(
                                        ticket -> ticket.status().equals("PENDING"))
                                .thenComparing(untouched)
                        : untouched.reversed();
        };
    }

    private static boolean finds(Search search, Ticket ticket) {
        if (search instanceof Search.All all) {
            return all.parts().stream().allMatch(part -> finds(part, ticket));
        }
        if (search instanceof Search.Any any) {
            return any.parts().stream().anyMatch(part -> finds(part, ticket));
        }
        if (search instanceof Search.Not not) {
            return !finds(not.part(), ticket);
        }
        if (search instanceof Search.Words words) {
            return finds(words, ticket);
        }
        Search.Match match = (Search.Match) search;
        String value = match.values().get(0);
        return switch (match.field()) {
            case SUBJECT -> inSubject(new Search.Words(List.of(value), List.of()), ticket);
            case MESSAGE -> inMessages(new Search.Words(List.of(value), List.of()), ticket, Set.of(false));
            case NOTE -> inMessages(new Search.Words(List.of(value), List.of()), ticket, Set.of(true));
            case STATUS -> ticket.status().equalsIgnoreCase(value);
            case TAG -> ticket.vip();
            case OWNER -> ticket.ownerId() != null && ticket.ownerId() == ANNA;
            case REQUESTER -> isAskedBy(value, ticket);
            default -> throw new IllegalArgumentException(match.toString());
        };
    }

    private static boolean finds(Search.Words words, Ticket ticket) {
        String number = words.text().replace("#", "");
        return number.equals("10" + ticket.id()) && words.phrases().isEmpty()
                || inSubject(words, ticket)
                || inMessages(words, ticket, Set.of(true, false))
                || isAskedBy(words.text(), ticket);
    }

    private static boolean isAskedBy(String text, Ticket ticket) {
        return PEOPLE.get(ticket.requesterId()).stream().anyMatch(each -> each.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** All in a row, inside words, too; or each where a word begins. Two letters only so. */
    private static boolean inSubject(Search.Words words, Ticket ticket) {
        boolean isShort = Stream.of(words.text().split("[^\\p{L}\\p{N}]+")).allMatch(word -> word.length() < 3);
        return stands(words, List.of(ticket.subject().split(" ")))
                || !isShort && ticket.subject().contains(words.text());
    }

    private static boolean inMessages(Search.Words words, Ticket ticket, Set<Boolean> internal) {
        return ticket.messages().stream()
                .anyMatch(message -> internal.contains(message.internal()) && stands(words, message.words()));
    }

    private static boolean stands(Search.Words words, List<String> text) {
        List<String> wanted = words.words().stream()
                .map(word -> word.replace("#", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        return wanted.stream().allMatch(word -> text.stream()
                        .anyMatch(each -> word.length() == 1 ? each.equals(word) : each.startsWith(word)))
                && words.phrases().stream()
                        .allMatch(phrase -> (" " + String.join(" ", text) + " ").contains(" " + phrase + " "));
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> any(random, WORDS)).collect(Collectors.toList());
    }

    @SafeVarargs
    private static <T> T any(Random random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private static String any(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
