package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.HeldReplies;
import org.pilet.conversation.Reply;
import org.pilet.platform.Sql;
import org.pilet.search.BulkChoice;
import org.pilet.search.BulkField;
import org.pilet.search.BulkOrder;
import org.pilet.search.BulkPreview;
import org.pilet.search.BulkProgress;
import org.pilet.search.BulkRefusal;
import org.pilet.search.BulkRuns;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListView;
import org.pilet.tickets.Channel;
import org.pilet.tickets.LinkKind;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.Merges;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TakeBacks;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketChangedMeanwhile;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.tickets.Urgency;

/** state(undo(op(s))) = s for whatever an agent does to a ticket; and what many do at once is all in its history. */
@ArquillianTest
class UndoIT {

    private static final String MARI = "mari@pilet.test";
    private static final Instant TOMORROW = Instant.parse("2031-01-02T09:00:00Z");

    @Inject
    private Sql sql;

    @EJB
    private AsSystem system;

    @EJB
    private Tickets tickets;

    @EJB
    private TakeBacks takeBacks;

    @EJB
    private TicketFinder finder;

    @EJB
    private Merges merges;

    @EJB
    private LinkedTickets linked;

    @EJB
    private Conversations conversations;

    @EJB
    private HeldReplies held;

    @EJB
    private BulkRuns bulk;

    @Resource
    private ManagedExecutorService executor;

    private final Random random = new Random(17);

    @Test
    @As(MARI)
    void every_status_and_what_may_follow_it() {
        for (Status from : EnumSet.complementOf(EnumSet.of(Status.MERGED))) {
            for (Status to : from.next()) {
                if (to != Status.MERGED && to != Status.RESOLVED) { // a merge and a reply have undos of their own
                    long ticket = open("From " + from + " to " + to);
                    make(ticket, from);
                    TicketView before = finder.view(ticket);
                    String state = state(ticket);
                    tickets.change(ticket, null, List.of(become(to)), null);
                    takeBacks.takeBack(ticket, StatusBefore.of(before, to));
                    assertEquals(state, state(ticket), () -> from + " -> " + to);
                }
            }
        }
    }

    /** Each change of a field is taken back by the change that the page would make: in any order, many deep. */
    @Test
    @As(MARI)
    void any_changes_in_any_order() {
        long ticket = open("Any changes");
        Deque<String> states = new ArrayDeque<>();
        Deque<TicketChange> back = new ArrayDeque<>();
        for (int step = 0; step < 80; step++) {
            TicketChange change = any();
            states.push(state(ticket));
            back.push(back(change, finder.view(ticket)));
            tickets.change(ticket, null, List.of(change), null);
            if (random.nextInt(3) == 0) {
                tickets.change(ticket, null, List.of(back.pop()), null);
                assertEquals(states.pop(), state(ticket), change::toString);
            }
        }
        while (!back.isEmpty()) {
            tickets.change(ticket, null, List.of(back.pop()), null);
            assertEquals(states.pop(), state(ticket));
        }
    }

    @Test
    @As(MARI)
    void merges_splits_links_and_replies() {
        long one = open("One");
        long other = open("Other");
        tickets.change(one, null, List.of(new TicketChange.AddTag("undo-one"), become(Status.POSTPONED)), null);
        conversations.note(one, "<p>First words</p>", List.of());
        String both = state(one) + state(other);

        merges.undo(merges.merge(one, other).id());
        assertEquals(both, state(one) + state(other));

        for (LinkKind kind : LinkKind.values()) {
            if (kind.isByHand()) {
                linked.link(one, other, kind);
                linked.unlink(one, other, kind);
                assertEquals(both, state(one) + state(other), kind::name);
            }
        }

        Reply reply = Reply.of(one, "<p>The answer</p>")
                .bringing(Status.RESOLVED)
                .seeing(finder.view(one).version());
        held.takeBack(held.hold(reply, 60).id());
        assertEquals(both, state(one) + state(other));
    }

    @Test
    @As(MARI)
    void a_gesture_on_all_that_a_search_finds() {
        String mark = "bulkundo" + Long.toString(random.nextLong(), 36).replace("-", "");
        List<Long> all = new ArrayList<>();
        for (Status status : List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.POSTPONED, Status.ANSWERED)) {
            long ticket = open(mark + " " + status);
            make(ticket, status);
            all.add(ticket);
        }
        WorkListQuery query = WorkListQuery.of(WorkListView.ALL).withText("subject:" + mark);
        long mari = id("select id from person where email = '" + MARI + "'");
        long category = id("select id from category where name = 'Printers'");
        BiFunction<BulkField, String, Void> check = (field, value) -> {
            List<String> before = all.stream().map(this::state).toList();
            long run = bulk.start(query, field, value);
            assertTrue(awaited(run).done() > 0, () -> field + " did nothing");
            awaited(bulk.undo(run));
            assertEquals(before, all.stream().map(this::state).toList(), field::name);
            return null;
        };
        check.apply(BulkField.PRIORITY, "URGENT");
        check.apply(BulkField.IMPACT, "HIGH");
        tickets.change(all.get(0), null, List.of(new TicketChange.SetUrgency(Urgency.LOW)), null);
        check.apply(BulkField.IMPACT, "HIGH");
        check.apply(BulkField.URGENCY, "HIGH");
        check.apply(BulkField.STATUS, "CLOSED");
        check.apply(BulkField.STATUS, "OPEN");
        check.apply(BulkField.OWNER, String.valueOf(mari));
        check.apply(BulkField.CATEGORY, String.valueOf(category));
        check.apply(BulkField.ADD_TAG, "bulk-undone");
        tickets.change(all.get(1), null, List.of(new TicketChange.Assign(mari)), null);
        check.apply(BulkField.QUEUE, String.valueOf(id("select id from queue where name = 'HR'")));
    }

    @Test
    @As(MARI)
    void answers_and_merges_of_many() {
        List<Long> all = List.of(open("Many one"), open("Many two"), open("Many three"));
        BulkChoice choice = new BulkChoice(WorkListQuery.of(WorkListView.ALL), all);
        for (BulkOrder order : List.of(
                BulkOrder.of(BulkField.PROBLEM, "The cause of all"),
                new BulkOrder(BulkField.MERGE, null, null, null, false),
                new BulkOrder(
                        BulkField.REPLY,
                        "<p>Hello {{customer.firstName}}, {{ticket.number}}</p>",
                        null,
                        null,
                        false))) {
            List<String> before = all.stream().map(this::state).toList();
            BulkPreview preview = bulk.preview(choice, order);
            assertEquals(3, preview.count());
            BulkProgress run = awaited(bulk.start(choice, order));
            assertEquals(order.field() == BulkField.MERGE ? 2 : 3, run.done(), run::toString);
            assertEquals(run.done(), awaited(bulk.undo(run.id())).done());
            assertEquals(before, all.stream().map(this::state).toList(), order::toString);
        }
        String words = bulk.preview(
                        choice, new BulkOrder(BulkField.REPLY, "<p>No. {{ticket.number}}</p>", null, null, false))
                .words();
        assertEquals("No. " + finder.view(all.get(0)).number(), words.strip());
    }

    /** One of them has nobody to be named in its answer: it is named before and after, and the others go on. */
    @Test
    @As(MARI)
    void a_macro_over_many() {
        long mari = id("select id from person where email = '" + MARI + "'");
        List<Long> all = List.of(open("Run one"), open("Run two"), open("Run three"));
        for (long mine : all.subList(0, 2)) {
            tickets.change(mine, null, List.of(new TicketChange.Assign(mari)), null);
        }
        long macro = id("select nextval('macro_seq') as id");
        sql.update(
                "insert into macro (id, name, position, definition, active) values (?, ?, 10, ?, true)",
                macro,
                "UndoIT " + macro,
                "{\"actions\":[{\"kind\":\"tag\",\"tag\":\"by-macro\"},{\"kind\":\"priority\",\"to\":\"URGENT\"},"
                        + "{\"kind\":\"reply\",\"text\":\"{{ticket.owner}} looks at it.\"},"
                        + "{\"kind\":\"status\",\"to\":\"PENDING\",\"reason\":\"parts\"}]}");
        BulkChoice choice = new BulkChoice(WorkListQuery.of(WorkListView.ALL), all);
        BulkOrder order = BulkOrder.of(BulkField.MACRO, String.valueOf(macro));
        List<String> before = all.stream().map(this::state).toList();
        String homeless = finder.view(all.get(2)).number();

        BulkPreview preview = bulk.preview(choice, order);
        assertEquals(3, preview.tried());
        assertEquals(
                List.of(homeless),
                preview.refused().stream().map(BulkRefusal::number).toList());
        assertTrue(preview.words().strip().endsWith(" looks at it."), preview.words());
        assertEquals(before, all.stream().map(this::state).toList(), "a preview changes nothing");

        BulkProgress run = awaited(bulk.start(choice, order));
        assertEquals(List.of(2, 1), List.of(run.done(), run.failed()), run::toString);
        assertEquals(homeless, run.refused().get(0).number());
        TicketView done = finder.view(all.get(0));
        assertEquals(Status.PENDING, done.status());
        assertEquals(List.of("by-macro"), done.tags());
        assertEquals(1, held.on(all.get(0)).size());
        assertEquals(
                MARI,
                sql.first(
                                "select p.email from ticket_event e join person p on p.id = e.actor_id where e.ticket_id = ?"
                                        + " and e.kind = 'TAGS_CHANGED'",
                                row -> row.text("email"),
                                all.get(0))
                        .orElseThrow());

        assertEquals(2, awaited(bulk.undo(run.id())).done());
        assertEquals(before, all.stream().map(this::state).toList());
        assertEquals(List.of(), held.on(all.get(0)));
        sql.update("delete from macro where id = ?", macro);
    }

    @Test
    @As(MARI)
    void a_move_gives_back_whose_ticket_it_was() {
        long ticket = open("Moved");
        long mari = id("select id from person where email = '" + MARI + "'");
        tickets.change(ticket, null, List.of(new TicketChange.Assign(mari)), null);
        TicketView before = finder.view(ticket);
        String state = state(ticket);
        long hr = id("select id from queue where name = 'HR'");
        tickets.change(ticket, null, List.of(new TicketChange.Move(hr)), null);
        takeBacks.takeBack(ticket, QueueBefore.of(before, hr));
        assertEquals(state, state(ticket));
    }

    /** What somebody else has done since with the same tag stays; what they did with another is no reason to refuse. */
    @Test
    @As(MARI)
    void a_tag_that_somebody_else_has_touched_since_is_not_taken_back() throws Exception {
        long ticket = open("Tagged");
        int version = tickets.change(ticket, null, List.of(new TicketChange.AddTag("mine")), null)
                .version();
        system.call(() -> tickets.change(ticket, null, List.of(new TicketChange.AddTag("theirs")), null));
        takeBacks.takeBack(ticket, version, List.of(new TicketChange.RemoveTag("mine")));
        assertEquals(List.of("theirs"), finder.view(ticket).tags());

        int again = tickets.change(ticket, null, List.of(new TicketChange.AddTag("mine")), null)
                .version();
        system.call(() -> tickets.change(ticket, null, List.of(new TicketChange.RemoveTag("mine")), null));
        system.call(() -> tickets.change(ticket, null, List.of(new TicketChange.AddTag("mine")), null));
        assertThrows(
                TicketChangedMeanwhile.class,
                () -> takeBacks.takeBack(ticket, again, List.of(new TicketChange.RemoveTag("mine"))));

        int first = tickets.change(ticket, null, List.of(new TicketChange.SetType(TicketType.INCIDENT)), null)
                .version();
        int second = tickets.change(ticket, null, List.of(new TicketChange.SetType(TicketType.SERVICE_REQUEST)), null)
                .version();
        takeBacks.takeBack(ticket, second, List.of(new TicketChange.SetType(TicketType.INCIDENT)));
        takeBacks.takeBack(ticket, first, List.of(new TicketChange.SetType(TicketType.QUESTION)));
        assertEquals(TicketType.QUESTION, finder.view(ticket).type());
    }

    /** Each writer is told of its own changes only; after all of them the history explains every value, one by one. */
    @Test
    void of_what_many_change_at_once_nothing_acknowledged_is_missing() throws Exception {
        long ticket = system.call(() -> open("Many at once"));
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            String name = "w" + writer;
            writers.add(executor.submit(() -> write(ticket, name)));
        }
        List<String> acknowledged = new ArrayList<>();
        for (Future<List<String>> writer : writers) {
            acknowledged.addAll(writer.get());
        }
        List<String> subjects = values(ticket, "new_value", "SUBJECT_CHANGED");
        List<String> priorities = values(ticket, "new_value", "PRIORITY_CHANGED");
        TicketView end = system.call(() -> finder.view(ticket));
        assertTrue(acknowledged.size() > 30, () -> "too few were acknowledged: " + acknowledged);
        for (String each : acknowledged) {
            boolean tag = each.startsWith("tag");
            assertTrue(tag ? end.tags().contains(each) : subjects.contains(each), () -> each + " is nowhere");
        }
        assertEquals(subjects.get(subjects.size() - 1), end.subject());
        assertEquals(
                subjects.subList(0, subjects.size() - 1),
                values(ticket, "old_value", "SUBJECT_CHANGED").subList(1, subjects.size()));
        assertEquals(priorities.get(priorities.size() - 1), end.priority().name());
        assertEquals(
                priorities.subList(0, priorities.size() - 1),
                values(ticket, "old_value", "PRIORITY_CHANGED").subList(1, priorities.size()));
    }

    /** What it was told is done; some of it over what it had seen, some of it blindly. */
    private List<String> write(long ticket, String name) throws Exception {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String value = (i % 3 == 0 ? "tag-" : "") + name + "-" + i;
            Integer seen =
                    i % 2 == 0 ? null : system.call(() -> finder.view(ticket)).version();
            TicketChange words = i % 3 == 0 ? new TicketChange.AddTag(value) : new TicketChange.Rename(value);
            TicketChange urgency = new TicketChange.SetPriority(Priority.values()[i % Priority.values().length]);
            try {
                system.call(() -> tickets.change(ticket, seen, List.of(words, urgency), null));
                done.add(value);
            } catch (TicketChangedMeanwhile refused) {
                // told so: then it is nobody's loss
            }
        }
        return done;
    }

    private List<String> values(long ticket, String column, String kind) {
        return sql.list(
                "select " + column + " as text from ticket_event where ticket_id = ? and kind = ? order by id",
                row -> row.text("text"),
                ticket,
                kind);
    }

    private static TicketChange back(TicketChange change, TicketView before) {
        return switch (change.field()) {
            case SUBJECT -> new TicketChange.Rename(before.subject());
            case PRIORITY -> new TicketChange.SetPriority(before.priority());
            case TYPE -> new TicketChange.SetType(before.type());
            case OWNER -> new TicketChange.Assign(before.ownerId());
            case RESPONSIBLE -> new TicketChange.SetResponsible(before.responsibleId());
            case DUE_AT -> new TicketChange.SetDueAt(before.dueAt());
            case ESCALATED -> new TicketChange.SetEscalated(before.escalated());
            default -> {
                boolean adds = change instanceof TicketChange.AddTag;
                String tag = adds ? ((TicketChange.AddTag) change).tag() : ((TicketChange.RemoveTag) change).tag();
                yield before.tags().contains(tag) ? new TicketChange.AddTag(tag) : new TicketChange.RemoveTag(tag);
            }
        };
    }

    private BulkProgress awaited(long run) {
        Awaitility.await()
                .pollInSameThread() // which alone is Mari's
                .atMost(Duration.ofSeconds(60))
                .until(() -> bulk.progress(run).finishedAt() != null);
        return bulk.progress(run);
    }

    private TicketChange any() {
        long mari = id("select id from person where email = '" + MARI + "'");
        return switch (random.nextInt(9)) {
            case 0 -> new TicketChange.Rename("Named " + random.nextInt(1000));
            case 1 -> new TicketChange.SetPriority(Priority.values()[random.nextInt(Priority.values().length)]);
            case 2 -> new TicketChange.SetType(TicketType.values()[random.nextInt(TicketType.values().length)]);
            case 3 -> new TicketChange.Assign(random.nextBoolean() ? mari : null);
            case 4 -> new TicketChange.SetResponsible(random.nextBoolean() ? mari : null);
            case 5 -> new TicketChange.SetDueAt(random.nextBoolean() ? TOMORROW : null);
            case 6 -> new TicketChange.AddTag("tag-" + random.nextInt(5));
            case 7 -> new TicketChange.RemoveTag("tag-" + random.nextInt(5));
            default -> new TicketChange.SetEscalated(random.nextBoolean());
        };
    }

    private static TicketChange become(Status status) {
        return new TicketChange.SetStatus(
                status, status.isWaiting() ? "the supplier" : null, status == Status.POSTPONED ? TOMORROW : null);
    }

    /** Brings a new ticket into this status by the ways there are. */
    private void make(long ticket, Status status) {
        if (status == Status.RESOLVED) {
            conversations.reply(Reply.of(ticket, "<p>Solved</p>")
                    .bringing(status)
                    .seeing(finder.view(ticket).version()));
        } else if (status != Status.NEW) {
            tickets.change(ticket, null, List.of(become(status)), null);
        }
    }

    private long open(String subject) {
        return tickets.open(new OpenTicket(
                        subject,
                        id("select id from queue where name = 'Support'"),
                        null,
                        Priority.NORMAL,
                        null,
                        Channel.PHONE,
                        id("select min(id) as id from person where kind = 'CUSTOMER' and active"),
                        "en",
                        true,
                        List.of(),
                        null))
                .id();
    }

    private long id(String query) {
        return sql.first(query, row -> row.number("id")).orElseThrow();
    }

    /** All that a ticket is, but for how often and when it was touched or given to somebody and how long a clock stood still: its row, tags, people, links, words and clocks. */
    private String state(long ticket) {
        return sql.first(
                        "select (to_jsonb(t) - '{version,changed_at,assigned_at,status_since,next_due_at,risk_at}'::text[])::text || coalesce((select string_agg(tag, ',' order"
                                + " by tag) from ticket_tag g where g.ticket_id = t.id), '') || coalesce((select"
                                + " string_agg(person_id::text, ',' order by person_id) from ticket_participant p where"
                                + " p.ticket_id = t.id), '') || coalesce((select string_agg(l.kind || l.from_id || l.to_id,"
                                + " ',' order by l.kind, l.from_id, l.to_id) from ticket_link l where t.id in (l.from_id,"
                                + " l.to_id)), '') || coalesce((select string_agg(m.id || m.body_text, ',' order by m.id)"
                                + " from message m where m.ticket_id = t.id), '') || coalesce((select string_agg(c.metric ||"
                                + " c.state, ',' order by c.metric, c.id) from sla_clock c where c.ticket_id = t.id and"
                                + " c.state <> 'VOID'), '') as text from ticket t where t.id = ?",
                        row -> row.text("text"),
                        ticket)
                .orElseThrow();
    }
}
