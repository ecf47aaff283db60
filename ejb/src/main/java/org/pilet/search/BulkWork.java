package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pilet.conversation.CannedResponses;
import org.pilet.conversation.HeldReplies;
import org.pilet.conversation.Reply;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.search.BulkStore.Item;
import org.pilet.search.BulkStore.Order;
import org.pilet.search.MacroTrace.Seen;
import org.pilet.security.Access;
import org.pilet.tickets.AssessedBefore;
import org.pilet.tickets.Impact;
import org.pilet.tickets.LinkKind;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.Merges;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.ReadyDeeds;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TakeBacks;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.tickets.Urgency;

/** Carries out one ticket's part of a gesture on many; each in a transaction of its own. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkWork {

    /** So long an answer to many can be taken back. */
    static final Duration UNDOABLE = Duration.ofMinutes(1);

    @EJB
    private Access access;

    @EJB
    private Tickets tickets;

    @EJB
    private TakeBacks takeBacks;

    @EJB
    private TicketFinder finder;

    @EJB
    private Merges merges;

    @EJB
    private LinkedTickets links;

    @EJB
    private HeldReplies held;

    @EJB
    private CannedResponses responses;

    @Inject
    private ReadyDeeds deeds;

    @Inject
    private BulkStore store;

    @Inject
    private Clock clock;

    /** Changes the ticket, or takes its change back; a ticket that is so already is left alone. */
    public void step(long run, long ticketId) {
        Order order = store.order(run).orElseThrow();
        Item undone = order.undoOf() == null
                ? null
                : store.item(order.undoOf(), ticketId).orElseThrow();
        switch (order.field()) {
            case REPLY -> answer(run, ticketId, order, undone);
            case MERGE -> merge(run, ticketId, order, undone);
            case PROBLEM -> link(run, ticketId, order, undone);
            case MACRO -> macro(run, ticketId, order, undone);
            default -> change(run, ticketId, order, undone);
        }
    }

    private void change(long run, long ticketId, Order order, Item undone) {
        TicketView now = finder.view(ticketId);
        if (undone == null && isSo(now, order)) {
            store.skipped(run, ticketId, "UNCHANGED", null);
            return;
        }
        store.done(
                run,
                now,
                before(now, order),
                undone == null ? changed(run, order, now) : back(run, order, undone, now));
    }

    private TicketRef changed(long run, Order order, TicketView now) {
        List<TicketChange> changes = List.of(change(order.field(), order.value()));
        return tickets.changeFor(order.personId(), now.id(), null, changes, "bulk:" + run);
    }

    private TicketRef back(long run, Order order, Item item, TicketView now) {
        return switch (order.field()) {
            case STATUS -> takeBacks.takeBackFor(order.personId(), now.id(), statusBefore(order, item, now));
            case QUEUE ->
                takeBacks.takeBackFor(
                        order.personId(),
                        now.id(),
                        new QueueBefore(
                                Long.parseLong(item.before()), item.ownerBefore(), Long.parseLong(order.value())));
            default ->
                takeBacks.takeBackFor(
                        order.personId(), now.id(), item.version(), back(order, item, now), "bulk:" + run);
        };
    }

    /** The answer waits a while, so that all can be taken back; what goes out meanwhile has gone out. */
    private void answer(long run, long ticketId, Order order, Item undone) {
        if (undone != null) {
            held.takeBackFor(order.personId(), undone.made());
            store.made(run, ticketId, undone.made());
            return;
        }
        String html = responses.wordsFor(order.personId(), ticketId, order.responseId(), order.value());
        Reply reply = Reply.of(ticketId, html).bringing(order.statusAfter());
        store.made(run, ticketId, held.holdFor(order.personId(), reply, UNDOABLE));
    }

    private void merge(long run, long ticketId, Order order, Item undone) {
        if (undone != null) {
            merges.undoFor(order.personId(), undone.made());
            store.made(run, ticketId, undone.made());
            return;
        }
        long target = Long.parseLong(order.value());
        if (ticketId == target) {
            store.skipped(run, ticketId, "UNCHANGED", null);
            return;
        }
        store.made(run, ticketId, merges.mergeFor(order.personId(), ticketId, target, order.maySeeAll()));
    }

    private void link(long run, long ticketId, Order order, Item undone) {
        long problem = Long.parseLong(order.value());
        if (undone == null) {
            links.linkFor(order.personId(), ticketId, problem, LinkKind.CAUSED_BY);
        } else {
            links.unlinkFor(order.personId(), ticketId, problem, LinkKind.CAUSED_BY);
        }
        store.made(run, ticketId, problem);
    }

    /** In the orderer's name; what can be told apart from before is what can be taken back. */
    private void macro(long run, long ticketId, Order order, Item undone) {
        access.actFor(order.personId());
        Seen before = seen(ticketId);
        if (undone != null) {
            takeBack(run, order, undone, before.ticket());
            store.done(run, before.ticket(), null, ref(finder.view(ticketId)));
            return;
        }
        ReadyDeeds.Done done = deeds.perform(ticketId, Long.parseLong(order.value()), UNDOABLE);
        Seen after = seen(ticketId);
        String trace = MacroTrace.of(before, after, done.heldReplies()).text();
        store.done(run, before.ticket(), trace, ref(after.ticket()));
    }

    private void takeBack(long run, Order order, Item undone, TicketView now) {
        MacroTrace trace = MacroTrace.parse(undone.before());
        trace.held().forEach(held -> this.held.takeBackFor(order.personId(), held));
        boolean closedSince = now.status() == Status.CLOSED; // nothing else can be done until it is not
        if (closedSince) {
            trace.status().ifPresent(was -> takeBacks.takeBackFor(order.personId(), now.id(), was));
        }
        trace.queue().ifPresent(was -> takeBacks.takeBackFor(order.personId(), now.id(), was, trace.givenTo()));
        List<TicketChange> back = trace.back(now);
        if (!back.isEmpty()) {
            takeBacks.takeBackFor(order.personId(), now.id(), undone.version(), back, "bulk:" + run);
        }
        if (!closedSince) {
            trace.status().ifPresent(was -> takeBacks.takeBackFor(order.personId(), now.id(), was));
        }
    }

    private Seen seen(long ticketId) {
        return new Seen(finder.view(ticketId), finder.scope(ticketId).participantIds());
    }

    private static TicketRef ref(TicketView ticket) {
        return new TicketRef(ticket.id(), ticket.number(), ticket.version());
    }

    /** What was opened for a gesture goes when the gesture is taken back, unless somebody works on it: then it is refused. */
    public void leaveNothing(long run) {
        Order order = store.order(run).orElseThrow();
        if (order.field() == BulkField.PROBLEM && order.undoOf() != null) {
            List<TicketChange> gone = List.of(TicketChange.SetStatus.to(Status.DELETED));
            tickets.changeFor(order.personId(), Long.parseLong(order.value()), null, gone, "bulk:" + run);
        }
    }

    /** It cannot be done on this one; or, taking back, somebody has changed it since. */
    public void refused(long run, long ticketId, Refusal no) {
        boolean undoing = store.order(run).orElseThrow().undoOf() != null;
        store.refused(run, ticketId, undoing ? "UNCHANGED" : "REFUSED", no);
    }

    public List<Long> waiting(long run, int most) {
        return store.waiting(run, most);
    }

    public void finished(long run) {
        store.finished(run, clock.now());
    }

    static TicketChange change(BulkField field, String value) {
        try {
            return switch (field) {
                case OWNER -> new TicketChange.Assign(value == null || value.isBlank() ? null : Long.valueOf(value));
                case PRIORITY -> new TicketChange.SetPriority(Priority.valueOf(value));
                case IMPACT ->
                    new TicketChange.SetImpact(value == null || value.isBlank() ? null : Impact.valueOf(value));
                case URGENCY ->
                    new TicketChange.SetUrgency(value == null || value.isBlank() ? null : Urgency.valueOf(value));
                case STATUS -> TicketChange.SetStatus.to(Status.valueOf(value));
                case QUEUE -> new TicketChange.Move(Long.parseLong(value));
                case CATEGORY -> new TicketChange.Categorise(Long.parseLong(value));
                case ADD_TAG -> new TicketChange.AddTag(tag(value));
                case REMOVE_TAG -> new TicketChange.RemoveTag(tag(value));
                case REPLY, MERGE, PROBLEM, MACRO -> throw new IllegalArgumentException("no field: " + field);
            };
        } catch (IllegalArgumentException | NullPointerException nonsense) {
            throw new InvalidInput("value", "malformed", String.valueOf(value));
        }
    }

    private static List<TicketChange> back(Order order, Item item, TicketView now) {
        return switch (order.field()) {
            case PRIORITY, IMPACT, URGENCY ->
                AssessedBefore.parse(item.before(), now).back();
            case ADD_TAG -> List.of(new TicketChange.RemoveTag(tag(order.value())));
            case REMOVE_TAG -> List.of(new TicketChange.AddTag(tag(order.value())));
            default -> List.of(change(order.field(), item.before()));
        };
    }

    /** What is kept to take the change back. */
    private static String before(TicketView ticket, Order order) {
        return switch (order.field()) {
            case PRIORITY, IMPACT, URGENCY -> AssessedBefore.of(ticket).text();
            default -> valueOf(ticket, order);
        };
    }

    /** Also from where no way leads on: a ticket that was closed among many is open again. */
    private static StatusBefore statusBefore(Order order, Item item, TicketView now) {
        Status before = Status.valueOf(item.before());
        return new StatusBefore(
                before,
                item.reason(),
                item.wakeUp(),
                before.isOpen() ? null : now.resolvedAt(),
                null,
                Status.valueOf(order.value()));
    }

    private static boolean isSo(TicketView ticket, Order order) {
        return switch (order.field()) {
            case ADD_TAG -> ticket.tags().contains(tag(order.value()));
            case REMOVE_TAG -> !ticket.tags().contains(tag(order.value()));
            default -> {
                String wanted = order.value() == null || order.value().isBlank() ? null : order.value();
                yield java.util.Objects.equals(valueOf(ticket, order), wanted);
            }
        };
    }

    private static String valueOf(TicketView ticket, Order order) {
        Object value =
                switch (order.field()) {
                    case OWNER -> ticket.ownerId();
                    case PRIORITY -> ticket.priority();
                    case IMPACT -> ticket.impact();
                    case URGENCY -> ticket.urgency();
                    case STATUS -> ticket.status();
                    case QUEUE -> ticket.queueId();
                    case CATEGORY -> ticket.categoryId();
                    case ADD_TAG, REMOVE_TAG, REPLY, MERGE, PROBLEM, MACRO -> null;
                };
        return value == null ? null : value.toString();
    }

    private static String tag(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
