package org.pilet.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** A calendar as the engine has it, and as one sees it who looks at the wall clock each minute. */
record OracleOffice(
        CalendarSketch sketch,
        CalendarDraft draft,
        boolean[] open,
        LocalDate[] dates,
        NavigableMap<LocalDate, Integer> closes) {

    /** How many minutes of a calendar are looked at: two days more than a story lasts. */
    private static final int SEEN = OracleStory.MINUTES + 2 * 24 * 60;

    static OracleOffice random(Random random) {
        CalendarSketch sketch = CalendarSketch.random(random);
        Instant from = sketch.from().plusSeconds(60L * random.nextInt(14 * 24 * 60));
        CalendarSketch near = new CalendarSketch(
                sketch.zone(), sketch.week(), sketch.holidays(), sketch.yearly(), sketch.exceptions(), from);
        boolean[] open = new boolean[SEEN];
        LocalDate[] dates = new LocalDate[SEEN];
        NavigableMap<LocalDate, Integer> closes = new TreeMap<>();
        for (int minute = 0; minute < SEEN; minute++) {
            LocalDateTime wall = LocalDateTime.ofInstant(from.plusSeconds(60L * minute), near.zone());
            open[minute] = near.openOnTheWall(wall);
            dates[minute] = wall.toLocalDate();
            if (open[minute]) {
                closes.put(dates[minute], minute + 1); // clocks that go back over midnight bring a date twice
            }
        }
        closes.remove(dates[SEEN - 1]); // not seen to its end
        return new OracleOffice(near, draft(near), open, dates, closes);
    }

    private static CalendarDraft draft(CalendarSketch sketch) {
        List<CalendarDraft.HolidayOn> holidays = new ArrayList<>();
        sketch.holidays().forEach(day -> holidays.add(new CalendarDraft.HolidayOn(day, false, "once")));
        sketch.yearly().forEach(day -> holidays.add(new CalendarDraft.HolidayOn(day.atYear(2000), true, "yearly")));
        List<CalendarDraft.ExceptionOn> exceptions = new ArrayList<>();
        sketch.exceptions()
                .forEach((day, windows) -> exceptions.add(new CalendarDraft.ExceptionOn(day, "other", windows)));
        return new CalendarDraft("Office", sketch.zone().getId(), sketch.week(), holidays, exceptions);
    }

    /** One after the last minute that is open on the n-th later date that opens; OracleStory.NEVER when that is not seen. */
    int endOfWorkingDay(int start, int days) {
        return closes.tailMap(dates[start], false).values().stream()
                .skip(days - 1L)
                .findFirst()
                .orElse(OracleStory.NEVER);
    }
}
