package org.pilet.automation.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.pilet.automation.terms.OpenCalendars;

/** Finds an owner for one ticket, within the caller's transaction. */
class Dispatcher {

    static final Duration PAUSE = Duration.ofSeconds(30);

    private final RoutingStore store;
    private final OpenCalendars calendars;
    private final ObjLongConsumer<RoutingStore.Waiting> assign;

    /** @param assign gives the ticket to the person */
    Dispatcher(RoutingStore store, OpenCalendars calendars, ObjLongConsumer<RoutingStore.Waiting> assign) {
        this.store = store;
        this.calendars = calendars;
        this.assign = assign;
    }

    /**
     * What came of it.
     *
     * @param personId who got it; null when nobody was eligible
     * @param newlyStuck it is the first time that nobody was
     */
    record Result(RoutingStore.Waiting ticket, Long personId, String why, boolean newlyStuck) {}

    /** Empty when the ticket waits no more, or another dispatcher is at work on it. */
    Optional<Result> dispatch(long ticketId, QueueRouting routing, Map<Long, Integer> alsoNeeded, Instant now) {
        return store.hold(ticketId, now)
                .filter(held -> !store.reserved(ticketId, now))
                .map(ticket -> give(ticket, routing, alsoNeeded, now));
    }

    private Result give(RoutingStore.Waiting ticket, QueueRouting routing, Map<Long, Integer> alsoNeeded, Instant now) {
        List<String> why = new ArrayList<>();
        List<Worker> able = able(ticket, routing, alsoNeeded, now, why);
        return free(able, ticket, now, why).stream()
                .min(routing.strategy().order())
                .map(chosen -> assigned(ticket, routing, chosen, why, now))
                .orElseGet(() -> stuck(ticket, why, now));
    }

    /** Who is there and can what is needed; why the others are not asked goes to {@code why}. */
    private List<Worker> able(
            RoutingStore.Waiting ticket,
            QueueRouting routing,
            Map<Long, Integer> alsoNeeded,
            Instant now,
            List<String> why) {
        Map<Long, Integer> needed = new HashMap<>(alsoNeeded);
        routing.skills().forEach(each -> needed.merge(each.skillId(), each.level(), Math::max));
        List<Worker> able = new ArrayList<>();
        for (Worker worker : workers(ticket.queueId(), now)) {
            String reason = unfit(worker, ticket, routing, needed, now);
            if (reason == null) {
                able.add(worker);
            } else {
                why.add(worker.name + ": " + reason);
            }
        }
        return able;
    }

    /** Whoever may work the queue; who stands in for a colleague can also what that one can. */
    private Collection<Worker> workers(long queueId, Instant now) {
        Map<Long, Worker> workers = store.workers(queueId, now);
        workers.values().stream()
                .filter(worker -> worker.away == Absence.Kind.OUT_OF_OFFICE && worker.replacementId != null)
                .filter(worker -> workers.containsKey(worker.replacementId))
                .forEach(worker -> workers.get(worker.replacementId).standInFor(worker));
        return workers.values();
    }

    /** Who of them has room for one more, counted while nobody else can give them anything. */
    private List<Candidate> free(List<Worker> able, RoutingStore.Waiting ticket, Instant now, List<String> why) {
        List<Long> ids = able.stream().map(worker -> worker.personId).toList();
        store.hold(ids);
        Map<Long, Integer> loads = store.loads(ids, ticket.medium(), now);
        Map<Long, Candidate> turns = store.turns(ticket.queueId());
        List<Candidate> free = new ArrayList<>();
        for (Worker worker : able) {
            int load = loads.getOrDefault(worker.personId, 0);
            int most = worker.most.get(ticket.medium());
            if (load >= most) {
                why.add(worker.name + ": full " + load + "/" + most);
            } else {
                free.add(candidate(worker, load, most, turns.get(worker.personId)));
            }
        }
        return free;
    }

    private static Candidate candidate(Worker worker, int load, int most, Candidate turn) {
        return new Candidate(
                worker.personId,
                worker.name,
                load,
                most,
                worker.weight,
                turn == null ? Instant.EPOCH : turn.lastAt(),
                turn == null ? 0 : turn.turns());
    }

    private String unfit(
            Worker worker, RoutingStore.Waiting ticket, QueueRouting routing, Map<Long, Integer> needed, Instant now) {
        if (!worker.active) {
            return "is not given tickets";
        }
        if (worker.away != null) {
            return worker.away == Absence.Kind.PAUSE ? "pauses" : "out of office";
        }
        if (worker.calendarId != null && !calendars.open(worker.calendarId, now)) {
            return "not at work";
        }
        if (routing.languages() && worker.languages.stream().noneMatch(tag -> same(tag, ticket.language()))) {
            return "does not speak " + ticket.language();
        }
        return needed.entrySet().stream()
                .filter(need -> worker.skills.getOrDefault(need.getKey(), 0) < need.getValue())
                .findFirst()
                .map(need -> "skill " + need.getKey() + " below " + need.getValue())
                .orElse(null);
    }

    private Result assigned(
            RoutingStore.Waiting ticket, QueueRouting routing, Candidate chosen, List<String> why, Instant now) {
        String reason = routing.strategy() + ": " + chosen.name() + " " + (chosen.load() + 1) + "/" + chosen.most()
                + (why.isEmpty() ? "" : "; " + String.join("; ", why));
        assign.accept(ticket, chosen.personId());
        store.turn(ticket.queueId(), chosen.personId(), now);
        store.unstuck(ticket.id());
        store.log(ticket, chosen.personId(), clipped(reason), now);
        return new Result(ticket, chosen.personId(), reason, false);
    }

    private Result stuck(RoutingStore.Waiting ticket, List<String> why, Instant now) {
        String reason = why.isEmpty() ? "nobody may work the queue" : String.join("; ", why);
        boolean first = store.stuck(ticket.id(), now, PAUSE);
        if (first) {
            store.log(ticket, null, clipped(reason), now);
        }
        return new Result(ticket, null, reason, first);
    }

    private static boolean same(String tag, String other) {
        return Locale.forLanguageTag(tag)
                .getLanguage()
                .equals(Locale.forLanguageTag(other).getLanguage());
    }

    private static String clipped(String text) {
        return text.length() > 2000 ? text.substring(0, 2000) : text;
    }
}
