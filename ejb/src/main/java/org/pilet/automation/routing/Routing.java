package org.pilet.automation.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.sla.BusinessCalendars;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** Gives tickets to people: by itself, because a rule wants it, or because somebody asks for the next. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Routing {

    private static final Duration RESERVED = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;

    @EJB
    private Access access;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @EJB
    private Duties duties;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private RoutingStore store;

    @Inject
    private NextTicketStore nexts;

    @Inject
    private RoutingSettingStore settings;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Inject
    private Event<LoadChanged> changed;

    /** Tickets that wait to be given out, the most urgent first. */
    public List<Long> waiting() {
        return store.waiting(clock.now(), AT_ONCE);
    }

    /** Looks for an owner, in a transaction of its own; does nothing when another node is at it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // one bad ticket must not hold up the others
    public void dispatch(long ticketId) {
        find(ticketId, Map.of(), "routing");
    }

    /**
     * Looks for an owner with these skills besides those that the queue needs; says what came of it.
     *
     * @param cause as the history names it
     */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public String route(long ticketId, Set<Long> skillIds, int level, String cause) {
        access.require(Permission.WORK, finder.scope(ticketId));
        Map<Long, Integer> needed = new HashMap<>();
        skillIds.forEach(id -> needed.put(id, level));
        return find(ticketId, needed, cause)
                .map(result -> result.personId() == null ? "nobody; " + result.why() : result.why())
                .orElse("it has an owner, or waits for nobody");
    }

    /**
     * Reserves the next ticket for the caller, by the queue's order, and says which; the same again until they have taken
     * it or ten minutes have passed. Nobody else is offered or given it meanwhile. Empty when there is none.
     *
     * @param queueId of this queue only; null: of all that the caller may work, the most urgent of those that are first in
     *     their queues
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD})
    public Optional<TicketView> next(Long queueId) {
        Caller me = access.me();
        Instant now = clock.now();
        store.hold(List.of(
                me.personId())); // a dispatcher that counts what they have waits for this, and the other way round
        Optional<Long> reserved = nexts.reservedFor(me.personId(), now);
        if (reserved.isPresent()) {
            return Optional.of(finder.view(reserved.get()));
        }
        Supplier<Optional<Long>> look = queueId == null ? overAll(me, now) : ofOne(workable(me, queueId), now);
        Optional<Long> next = look.get();
        while (next.isPresent() && !nexts.reserve(next.get(), me.personId(), now, now.plus(RESERVED))) {
            next = look.get(); // sees now what somebody quicker has reserved
        }
        next.ifPresent(ticket -> changed.fire(new LoadChanged(me.personId(), now)));
        return next.map(finder::view);
    }

    private Supplier<Optional<Long>> ofOne(long queueId, Instant now) {
        Ordering ordering = routing(queueId).ordering();
        return () -> nexts.next(List.of(queueId), ordering, now);
    }

    /** Each queue by its own order; if colleagues are at the first ones of all, what comes behind these. */
    private Supplier<Optional<Long>> overAll(Caller me, Instant now) {
        Map<Ordering, List<Long>> mine = settings.queues().stream()
                .filter(queue -> me.mayWork(queue.queueId()))
                .collect(Collectors.groupingBy(
                        QueueRouting::ordering, Collectors.mapping(QueueRouting::queueId, Collectors.toList())));
        List<Long> byUrgency = mine.getOrDefault(Ordering.URGENCY, List.of());
        List<Long> byArrival = mine.getOrDefault(Ordering.ARRIVAL, List.of());
        return () -> nexts.next(byUrgency, byArrival, now).or(() -> nexts.next(byArrival, Ordering.ARRIVAL, now));
    }

    /** Gives a reserved ticket back. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD})
    public void release(long ticketId) {
        nexts.release(ticketId, access.me().personId());
        changed.fire(new LoadChanged(access.me().personId(), clock.now()));
    }

    /** What was decided about a ticket, newest first; for staff who may see it. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<RoutingDecision> decisions(long ticketId) {
        if (!access.require(Permission.VIEW, finder.scope(ticketId))
                .mayView(finder.scope(ticketId).queueId())) {
            throw new NotFound("ticket", ticketId);
        }
        return store.decisions(ticketId, 50);
    }

    private Optional<Dispatcher.Result> find(long ticketId, Map<Long, Integer> needed, String cause) {
        QueueRouting routing = routing(finder.scope(ticketId).queueId());
        Dispatcher dispatcher = new Dispatcher(
                store,
                (id, at) -> !calendars.openTime(id, at, at.plusSeconds(1)).isZero(),
                (ticket, personId) ->
                        tickets.change(ticket.id(), null, List.of(new TicketChange.Assign(personId)), cause));
        Optional<Dispatcher.Result> result = dispatcher.dispatch(ticketId, routing, needed, clock.now());
        result.filter(Dispatcher.Result::newlyStuck).ifPresent(this::alert);
        return result;
    }

    private void alert(Dispatcher.Result stuck) {
        for (long personId : duties.onDuty(queues.view(stuck.ticket().queueId()).teamId())) {
            String payload = Json.createObjectBuilder()
                    .add("event", "routing.nobody")
                    .add("ticketId", stuck.ticket().id())
                    .add("personId", personId)
                    .add("why", stuck.why())
                    .build()
                    .toString();
            outbox.put(
                    "notify",
                    "routing.nobody:" + stuck.ticket().id() + ":" + personId + ":" + clock.now(),
                    payload,
                    "routing");
        }
    }

    private long workable(Caller me, long queueId) {
        QueueView queue = queues.view(queueId);
        if (!me.mayWork(queueId)) {
            throw new Forbidden(Permission.WORK, queue.name());
        }
        return queueId;
    }

    private QueueRouting routing(long queueId) {
        return settings.queues().stream()
                .filter(queue -> queue.queueId() == queueId)
                .findFirst()
                .orElseThrow(() -> new NotFound("queue", queueId));
    }
}
