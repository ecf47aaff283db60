package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;

/** Which running clocks an edit of the rules would move, before it is made (features B1.21). Nothing is changed. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // what is read is detached, so that trying it out is safe
public class SlaImpacts {

    private static final int MOST_TICKETS = 2_000;

    @Inject
    private ClockStore store;

    @Inject
    private PolicyStore policies;

    @Inject
    private CalendarStore calendars;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** If the calendar said this. Refused with {@link CalendarNeverOpens}. */
    public SlaImpact ofCalendar(long id, CalendarDraft draft) {
        draft.calendar(settings.zone()).nextOpening(clock.now());
        List<CalendarView> changed = calendars.all().stream()
                .map(view -> view.id() == id ? new CalendarView(id, view.version(), draft) : view)
                .toList();
        return compare(new Rulebook(policies.all(), changed, settings.zone()));
    }

    /** If the policy said this; with an id that no policy has, if there were this one besides. */
    public SlaImpact ofPolicy(long id, PolicyDraft draft) {
        List<PolicyView> changed = new ArrayList<>(policies.all());
        changed.removeIf(view -> view.id() == id);
        changed.add(new PolicyView(id, 0, draft));
        changed.sort(Comparator.comparingInt(view -> view.content().position()));
        return compare(new Rulebook(changed, calendars.all(), settings.zone()));
    }

    /** If the policy changed places with the one before (by less than nothing) or after it. */
    public SlaImpact ofShift(long id, int by) {
        List<PolicyView> all = policies.all();
        List<PolicyView> changed = new ArrayList<>(all);
        SlaPolicies.neighbour(all, id, by)
                .ifPresent(other -> Collections.swap(
                        changed,
                        all.indexOf(other),
                        all.stream().map(PolicyView::id).toList().indexOf(id)));
        return compare(new Rulebook(changed, calendars.all(), settings.zone()));
    }

    private SlaImpact compare(Rulebook changed) {
        Rulebook present = new Rulebook(policies.all(), calendars.all(), settings.zone());
        List<Long> tickets = store.liveTickets(0, MOST_TICKETS + 1);
        List<MovedClock> moved = new ArrayList<>();
        tickets.stream().limit(MOST_TICKETS).forEach(ticket -> moved.addAll(moved(ticket, present, changed)));
        moved.sort(Comparator.comparing(MovedClock::dueBefore, Comparator.nullsLast(Comparator.naturalOrder())));
        return new SlaImpact(Math.min(tickets.size(), MOST_TICKETS), tickets.size() <= MOST_TICKETS, moved);
    }

    /** Both rule books are asked at the same moment, so that the edit answers for nothing but itself. */
    private List<MovedClock> moved(long ticketId, Rulebook present, Rulebook changed) {
        Instant now = clock.now();
        Map<Metric, Instant> before = dueBy(present, ticketId, now);
        Map<Metric, Instant> after = dueBy(changed, ticketId, now);
        return Stream.of(Metric.values())
                .filter(metric -> !Objects.equals(before.get(metric), after.get(metric)))
                .map(metric -> new MovedClock(ticketId, metric, before.get(metric), after.get(metric)))
                .toList();
    }

    private Map<Metric, Instant> dueBy(Rulebook book, long ticketId, Instant now) {
        Map<Metric, ClockLife> lives = new EnumMap<>(Metric.class);
        store.of(ticketId)
                .forEach(row -> lives.put(row.metric(), ClockLife.restore(row, book, store.events(row.id()))));
        new ClockSet(book, new Tried(lives, book)).follow(store.storedFacts(ticketId), now, now);
        Map<Metric, Instant> due = new EnumMap<>(Metric.class);
        lives.forEach((metric, life) -> life.timeline().due().ifPresent(at -> due.put(metric, at)));
        return due;
    }

    private record Tried(Map<Metric, ClockLife> lives, Rulebook book) implements ClockSet.Shelf {

        @Override
        public Optional<ClockLife> current(Metric metric) {
            return Optional.ofNullable(lives.get(metric));
        }

        @Override
        public ClockLife begin(SlaClock row, String why, Instant now) {
            ClockLife life = ClockLife.begin(row, book, why, now);
            lives.put(row.metric(), life);
            return life;
        }
    }
}
