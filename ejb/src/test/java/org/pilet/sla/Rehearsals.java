package org.pilet.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.pilet.tickets.Priority;

/** Rehearsals by one plain policy, for tests of other rooms. */
public final class Rehearsals {

    private static final Set<LadderAction> BREACHED =
            Set.of(LadderAction.RAISE_PRIORITY, LadderAction.NOTIFY_LEAD, LadderAction.MARK_ESCALATED);

    private Rehearsals() {}

    /** Nine to five; answers in four hours, urgent ones in one; solutions in forty. */
    public static Supplier<SlaRehearsal> plain() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(new Window(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        }
        CalendarDraft office = new CalendarDraft("Office", null, week, List.of(), List.of());
        PolicyDraft policy = new PolicyDraft(
                "Standard",
                1,
                true,
                1,
                null,
                null,
                null,
                List.of(
                        new PolicyDraft.Target(Metric.FIRST_RESPONSE, Priority.URGENT, Duration.ofHours(1)),
                        new PolicyDraft.Target(Metric.FIRST_RESPONSE, null, Duration.ofHours(4)),
                        new PolicyDraft.Target(Metric.RESOLUTION, null, Duration.ofHours(40))),
                PolicyDraft.USUAL_PAUSES,
                List.of(
                        new PolicyDraft.Level(Metric.FIRST_RESPONSE, 75, Set.of(LadderAction.NOTIFY_OWNER)),
                        new PolicyDraft.Level(Metric.FIRST_RESPONSE, 100, BREACHED),
                        new PolicyDraft.Level(Metric.RESOLUTION, 100, BREACHED)));
        Rulebook book = new Rulebook(
                List.of(new PolicyView(1, 0, policy)),
                List.of(new CalendarView(1, 0, office)),
                ZoneId.of("Europe/Tallinn"));
        return () -> new SlaRehearsal(book);
    }
}
