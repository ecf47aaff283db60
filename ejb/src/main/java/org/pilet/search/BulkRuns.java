package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.conversation.CannedResponses;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.ReadyDeeds;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/**
 * One gesture on all tickets of a search, or on some that are named. What it reaches is settled when it is ordered: exactly
 * those that the caller may see then. It is carried out in their name, ticket by ticket, with their rights of that moment;
 * one that is refused harms only itself. It can be taken back as a whole: what somebody has changed since stays as they made
 * it. An answer waits a minute before it goes out: so long it can be taken back.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class BulkRuns {

    /** More tickets than this are a job for somebody with a plan. */
    public static final int MOST = 10_000;

    private static final int FIRST = 5;

    /** On so many tickets a macro is tried before it is ordered. */
    private static final int TRIED = 100;

    @EJB
    private Access access;

    @EJB
    private CannedResponses responses;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @EJB
    private BulkTrials trials;

    @Inject
    private ReadyDeeds deeds;

    @Inject
    private WorkListStore lists;

    @Inject
    private BulkStore store;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** What the gesture would reach; changes nothing. Refused as {@link #start} is where the order makes no sense. */
    public BulkPreview preview(BulkChoice choice, BulkOrder order) {
        Caller me = access.me();
        require(order);
        int most = order.field().most();
        List<Long> ids = lists.ids(choice, me, clock.now(), most + 1);
        List<WorkListRow> first = lists.rows(ids.stream().limit(FIRST).toList(), me);
        if (order.field() == BulkField.MACRO) {
            return macro(ids, most, first, Long.parseLong(order.value()), me);
        }
        boolean merges = order.field() == BulkField.MERGE && !ids.isEmpty();
        return new BulkPreview(
                ids.size(),
                most,
                first,
                merges ? into(target(order, ids), me) : null,
                merges ? lists.requesters(ids) : 0,
                order.field() == BulkField.REPLY && !first.isEmpty()
                        ? responses.words(first.get(0).id(), order.responseId(), order.value())
                        : null,
                0,
                List.of(),
                false);
    }

    /** A macro can be refused on each ticket for reasons of its own: so it is tried, on as many as people wait for. */
    private BulkPreview macro(List<Long> ids, int most, List<WorkListRow> first, long macroId, Caller me) {
        List<Long> tried =
                ids.size() > most ? List.of() : ids.stream().limit(TRIED).toList();
        Map<Long, Refusal> refused = new LinkedHashMap<>();
        String words = null;
        boolean stays = false;
        for (long ticketId : tried) {
            try {
                BulkTrials.Tried would = trials.macro(ticketId, macroId);
                words = words == null ? would.words() : words;
                stays |= would.stays();
            } catch (Refusal no) {
                refused.put(ticketId, no);
            }
        }
        List<BulkRefusal> why = refused.isEmpty()
                ? List.of()
                : lists.rows(List.copyOf(refused.keySet()), me).stream()
                        .map(row -> BulkRefusal.of(row.number(), refused.get(row.id())))
                        .toList();
        return new BulkPreview(ids.size(), most, first, null, 0, words, tried.size(), why, stays);
    }

    /**
     * Orders it. Refused with {@link InvalidInput} when the value does not fit the field, or there are no tickets or more
     * than the gesture takes at once, {@link #MOST} at the most; with {@link NotFound} when the caller may not see the
     * ticket that all shall go into.
     */
    public long start(BulkChoice choice, BulkOrder order) {
        Caller me = access.me();
        require(order);
        int most = order.field().most();
        List<Long> ids = lists.ids(choice, me, clock.now(), most + 1);
        if (ids.isEmpty() || ids.size() > most) {
            throw new InvalidInput("tickets", "range", 1, most);
        }
        return order(store.add(me.personId(), settled(order, ids, me), null, ids, clock.now()));
    }

    /** With the id of the ticket that the gesture needs. */
    private BulkOrder settled(BulkOrder order, List<Long> ids, Caller me) {
        return switch (order.field()) {
            case MERGE -> order.withValue(into(target(order, ids), me).id());
            case PROBLEM -> order.withValue(problem(order.value(), finder.view(ids.get(0)), me));
            default -> order;
        };
    }

    /** Where the first of them is, asked by whoever has seen that there is a problem. */
    private long problem(String subject, TicketView first, Caller me) {
        return tickets.open(new OpenTicket(
                        subject.strip(),
                        first.queueId(),
                        first.categoryId(),
                        null,
                        TicketType.PROBLEM,
                        Channel.PORTAL,
                        me.personId(),
                        null,
                        true,
                        List.of(),
                        "problem"))
                .id();
    }

    /** Orders a change of all that a search finds; refused as {@link #start(BulkChoice, BulkOrder)} is. */
    public long start(WorkListQuery query, BulkField field, String value) {
        return start(BulkChoice.all(query), BulkOrder.of(field, value));
    }

    private WorkListRow into(long id, Caller me) {
        return lists.rows(List.of(id), me).stream().findFirst().orElseThrow(() -> new NotFound("ticket", id));
    }

    private static long target(BulkOrder order, List<Long> ids) {
        return order.value() == null || order.value().isBlank()
                ? ids.stream().mapToLong(Long::longValue).min().orElseThrow()
                : Long.parseLong(order.value());
    }

    /** Refuses what can be done to no ticket. */
    private void require(BulkOrder order) {
        switch (order.field()) {
            case REPLY -> responses.requireWords(order.responseId(), order.value());
            case MERGE -> {
                if (order.value() != null
                        && !order.value().isBlank()
                        && !order.value().matches("\\d{1,18}")) {
                    throw new InvalidInput("value", "malformed", order.value());
                }
            }
            case PROBLEM -> {
                if (order.value() == null || order.value().isBlank()) {
                    throw new InvalidInput("subject", "required");
                }
            }
            case MACRO -> {
                if (order.value() == null || !order.value().matches("\\d{1,18}")) {
                    throw new InvalidInput("value", "malformed", String.valueOf(order.value()));
                }
                deeds.require(Long.parseLong(order.value()));
            }
            default -> BulkWork.change(order.field(), order.value());
        }
    }

    /** Takes a gesture of the caller's back. Refused with {@link NotFound}, {@link BulkGone}. */
    public long undo(long id) {
        Caller me = access.me();
        BulkProgress before = progress(id);
        List<Long> ids = store.changedBy(id);
        if (!before.undoable() || ids.isEmpty()) {
            throw new BulkGone();
        }
        return order(store.add(me.personId(), BulkOrder.of(before.field(), before.value()), id, ids, clock.now()));
    }

    /** Refused with {@link NotFound} unless the caller has ordered it. */
    public BulkProgress progress(long id) {
        return store.progress(id, access.me().personId()).orElseThrow(() -> new NotFound("bulk", id));
    }

    /** The caller's last gesture, while it is still fresh. */
    public Optional<BulkProgress> last() {
        Caller me = access.me();
        return store.lastOf(me.personId(), clock.now().minus(Duration.ofHours(1)))
                .flatMap(id -> store.progress(id, me.personId()));
    }

    private long order(long id) {
        outbox.put(BulkOrders.KIND, "run:" + id, String.valueOf(id), null);
        return id;
    }
}
