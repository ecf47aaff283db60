package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every change of the clocks in every zone that Java knows, from 2015 to 2030, beside who looks at the wall. */
class EveryZoneTest {

    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final List<Window> HOURS = List.of(
            Window.of("00:00", "00:45"),
            Window.of("01:15", "02:30"),
            Window.of("03:00", "05:00"),
            Window.of("21:30", "00:00"));

    private static final Map<DayOfWeek, List<Window>> WEEK =
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> HOURS));

    @Test
    void what_is_open_around_every_change_is_what_the_wall_shows() {
        int changes = 0;
        Set<ZoneRules> seen = new HashSet<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            boolean isOfAFile = name.contains("~"); // ical4j registers what its files bring
            if (!isOfAFile && seen.add(zone.getRules())) {
                CalendarSketch wall = new CalendarSketch(zone, WEEK, Set.of(), Set.of(), Map.of(), FIRST);
                BusinessCalendar calendar = wall.calendar();
                for (Instant change : changes(zone.getRules())) {
                    compare(wall, calendar, change);
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(1000);
    }

    private static void compare(CalendarSketch wall, BusinessCalendar calendar, Instant change) {
        Instant from = change.minus(Duration.ofHours(12));
        Instant to = change.plus(Duration.ofHours(12));
        // nearly all changes fall on a quarter of an hour, as the windows do; some came a minute after midnight
        Duration step = change.getEpochSecond() % QUARTER.toSeconds() == 0 ? QUARTER : Duration.ofMinutes(1);
        Duration open = Duration.ZERO;
        for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
            same(open, calendar.measure(from, at), wall.zone(), at);
            if (wall.open(at)) {
                open = open.plus(step);
                same(at.plus(step), calendar.add(from, open), wall.zone(), at);
            }
        }
    }

    /** A million times, so without words unless they are needed. */
    private static void same(Object expected, Object actual, ZoneId zone, Instant at) {
        if (!expected.equals(actual)) {
            throw new AssertionError(zone + " at " + at + ": expected " + expected + " but was " + actual);
        }
    }

    private static List<Instant> changes(ZoneRules rules) {
        List<Instant> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }
}
