package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.search.BulkStore.Item;
import org.pilet.search.BulkStore.Order;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** Carries out one ticket's part of a gesture on many; each in a transaction of its own. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkWork {

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private BulkStore store;

    @Inject
    private Clock clock;

    /** Changes the ticket, or takes its change back; a ticket that is so already is left alone. */
    public void step(long run, long ticketId) {
        Order order = store.order(run).orElseThrow();
        TicketView now = finder.view(ticketId);
        Item undone = order.undoOf() == null
                ? null
                : store.item(order.undoOf(), ticketId).orElseThrow();
        TicketChange change = undone == null ? change(order.field(), order.value()) : back(order, undone);
        if (undone == null && isSo(now, order)) {
            store.skipped(run, ticketId, "UNCHANGED", null);
            return;
        }
        TicketRef ref = undone != null && order.field() == BulkField.STATUS
                ? tickets.takeBackFor(order.personId(), ticketId, statusBefore(order, undone, now))
                : tickets.changeFor(
                        order.personId(),
                        ticketId,
                        undone == null ? null : undone.version(),
                        List.of(change),
                        "bulk:" + run);
        store.done(run, now, valueOf(now, order), ref.version());
    }

    /** It cannot be done on this one; or, taking back, somebody has changed it since. */
    public void refused(long run, long ticketId, String why) {
        boolean undoing = store.order(run).orElseThrow().undoOf() != null;
        store.skipped(run, ticketId, undoing ? "UNCHANGED" : "REFUSED", why);
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
                case STATUS -> TicketChange.SetStatus.to(Status.valueOf(value));
                case QUEUE -> new TicketChange.Move(Long.parseLong(value));
                case CATEGORY -> new TicketChange.Categorise(Long.parseLong(value));
                case ADD_TAG -> new TicketChange.AddTag(tag(value));
                case REMOVE_TAG -> new TicketChange.RemoveTag(tag(value));
            };
        } catch (IllegalArgumentException | NullPointerException nonsense) {
            throw new InvalidInput("value", "malformed", String.valueOf(value));
        }
    }

    private static TicketChange back(Order order, Item item) {
        return switch (order.field()) {
            case STATUS -> new TicketChange.SetStatus(Status.valueOf(item.before()), item.reason(), item.wakeUp());
            case ADD_TAG -> new TicketChange.RemoveTag(tag(order.value()));
            case REMOVE_TAG -> new TicketChange.AddTag(tag(order.value()));
            default -> change(order.field(), item.before());
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
                    case STATUS -> ticket.status();
                    case QUEUE -> ticket.queueId();
                    case CATEGORY -> ticket.categoryId();
                    case ADD_TAG, REMOVE_TAG -> null;
                };
        return value == null ? null : value.toString();
    }

    private static String tag(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
