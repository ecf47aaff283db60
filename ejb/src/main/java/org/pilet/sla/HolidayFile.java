package org.pilet.sla;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.CalendarDraft.HolidayOn;

/**
 * An iCal file's whole days. What lasts for hours only is an appointment and no holiday, and neither is what was
 * cancelled. Recurring ones become a date for each year asked for, because many move.
 */
final class HolidayFile {

    private static final int MOST_YEARS = 20;
    private static final int MOST_DAYS = 5000;

    private HolidayFile() {}

    static List<HolidayOn> read(byte[] content, int firstYear, int lastYear) {
        if (lastYear < firstYear || lastYear - firstYear >= MOST_YEARS) {
            throw new InvalidInput("lastYear", "range", firstYear, firstYear + MOST_YEARS - 1);
        }
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(lastYear + 1, 1, 1);
        SortedMap<LocalDate, String> days = new TreeMap<>();
        for (Component each : parsed(content).getComponents(Component.VEVENT)) {
            if (each instanceof VEvent event && isWholeDays(event)) {
                collect(event, first, end, days);
            }
        }
        List<HolidayOn> holidays = new ArrayList<>();
        days.forEach((day, name) -> holidays.add(new HolidayOn(day, false, name)));
        return holidays;
    }

    private static Calendar parsed(byte[] content) {
        try {
            return new CalendarBuilder().build(new ByteArrayInputStream(content));
        } catch (IOException | ParserException | RuntimeException unreadable) { // the library throws what it likes
            throw new InvalidInput("file", "malformed", firstLine(content));
        }
    }

    private static String firstLine(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, 60), java.nio.charset.StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("");
    }

    private static boolean isWholeDays(VEvent event) {
        DtStart<Temporal> start = event.getDateTimeStart();
        boolean cancelled = event.getProperty(Property.STATUS)
                .map(status -> status.getValue().equalsIgnoreCase("CANCELLED"))
                .orElse(false);
        return !cancelled
                && start != null
                && (start.getDate() instanceof LocalDate
                        || start.getParameter(Parameter.VALUE)
                                .map(value -> value.getValue().equals("DATE"))
                                .orElse(false));
    }

    private static void collect(VEvent event, LocalDate first, LocalDate end, SortedMap<LocalDate, String> days) {
        String name = event.getProperty(Property.SUMMARY)
                .map(Property::getValue)
                .map(String::strip)
                .orElse("");
        // A day more at the beginning, for what lasts over New Year.
        for (Period<LocalDate> period :
                event.<LocalDate>calculateRecurrenceSet(new Period<>(first.minusDays(31), end))) {
            LocalDate to = period.getEnd().isAfter(period.getStart())
                    ? period.getEnd()
                    : period.getStart().plusDays(1);
            for (LocalDate day = period.getStart();
                    day.isBefore(to) && days.size() < MOST_DAYS;
                    day = day.plusDays(1)) {
                if (!day.isBefore(first) && day.isBefore(end)) {
                    days.merge(day, name, (one, other) -> one.equals(other) ? one : one + ", " + other);
                }
            }
        }
    }
}
