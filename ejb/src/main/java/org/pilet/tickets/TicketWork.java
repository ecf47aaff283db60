package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;

/**
 * Work on a locked ticket, and what stands in its way: somebody may not do it, a colleague keeps the ticket, it is closed,
 * somebody was faster.
 */
@Dependent
class TicketWork {

    @Inject
    private TicketStore store;

    @Inject
    private TicketReader reader;

    @Inject
    private TicketEditor editor;

    @Inject
    private LockStore locks;

    @Inject
    private Picking picking;

    @Inject
    private TagStore tags;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Changes it as {@link Tickets#change} promises. */
    TicketRef change(Caller caller, Author author, long ticketId, Integer expectedVersion, List<TicketChange> changes) {
        Ticket ticket = store.lock(ticketId);
        caller.require(Permission.WORK, scope(ticket));
        requireFree(caller, ticketId);
        if (!reopens(changes)) {
            requireWorkable(caller, ticket);
        }
        changes.forEach(change -> requireKnownTag(caller, change));
        if (!caller.isSystem() && changes.contains(new TicketChange.Assign(caller.personId()))) {
            picking.require(caller, ticket);
        }
        Set<String> kinds = changes.stream().map(c -> c.field().eventKind()).collect(Collectors.toSet());
        requireUnchanged(ticket, expectedVersion, kinds);
        editor.apply(ticket, changes, author, clock.now());
        return ref(ticket);
    }

    /** Who answers a ticket that is nobody's has taken it: refused with {@link OnlyTheNext}. */
    void requireTurn(Caller caller, long ticketId) {
        picking.require(caller, store.lock(ticketId));
    }

    /** People wait for a colleague who keeps the ticket; what works by itself does not. */
    void requireFree(Caller caller, long ticketId) {
        if (!caller.isSystem()) {
            locks.others(ticketId, caller.personId(), clock.now()).ifPresent(lock -> {
                throw new TicketLocked(lock.name());
            });
        }
    }

    /** What is closed is kept as it is; what works by itself knows what it does. */
    static void requireWorkable(Caller caller, Ticket ticket) {
        if (ticket.status() == Status.CLOSED && !caller.isSystem()) {
            throw new TicketClosed(ticket.number());
        }
    }

    private static boolean reopens(List<TicketChange> changes) {
        return !changes.isEmpty()
                && changes.get(0) instanceof TicketChange.SetStatus first
                && first.status() == Status.OPEN;
    }

    private void requireKnownTag(Caller caller, TicketChange change) {
        boolean bound = change instanceof TicketChange.AddTag
                && !caller.isSystem()
                && !caller.roles().contains(Roles.ADMINISTRATOR)
                && settings.get(DeskRules.ONLY_KNOWN_TAGS);
        if (bound) {
            String tag =
                    String.valueOf(((TicketChange.AddTag) change).tag()).strip().toLowerCase(Locale.ROOT);
            if (!tags.isKnown(tag)) {
                throw new InvalidInput("tag", "unknown", tag);
            }
        }
    }

    private void requireUnchanged(Ticket ticket, Integer expectedVersion, Set<String> kinds) {
        if (expectedVersion == null || expectedVersion >= ticket.version()) {
            return;
        }
        List<TicketEventView> meanwhile = reader.eventsSince(ticket.id(), expectedVersion).stream()
                .filter(event -> kinds.contains(event.kind()))
                .toList();
        if (!meanwhile.isEmpty()) {
            throw new TicketChangedMeanwhile(meanwhile);
        }
    }

    /** How others name it, in the version that it has now. */
    TicketRef ref(Ticket ticket) {
        store.flush();
        return new TicketRef(ticket.id(), ticket.number(), ticket.version());
    }

    static TicketScope scope(Ticket ticket) {
        return new TicketScope(
                ticket.id(), ticket.number(), ticket.queueId(), ticket.requesterId(), ticket.participants());
    }
}
