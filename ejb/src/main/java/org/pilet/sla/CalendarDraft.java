package org.pilet.sla;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a business calendar says.
 *
 * @param zone IANA name; null for the installation's own
 * @param week the weekly hours; a day that is missing is closed
 */
public record CalendarDraft(
        String name,
        String zone,
        Map<DayOfWeek, List<Window>> week,
        List<HolidayOn> holidays,
        List<ExceptionOn> exceptions)
        implements Serializable {

    /** Closed on that date, or on that date of every year. */
    public record HolidayOn(LocalDate day, boolean yearly, String name) implements Serializable {}

    /** Other hours on that one date, whatever else is said of it; without windows closed. */
    public record ExceptionOn(LocalDate day, String name, List<Window> windows) implements Serializable {}

    public CalendarDraft {
        week = Map.copyOf(week);
        holidays = List.copyOf(holidays);
        exceptions = List.copyOf(exceptions);
    }

    BusinessCalendar calendar(ZoneId house) {
        Set<LocalDate> once = new HashSet<>();
        Set<MonthDay> yearly = new HashSet<>();
        for (HolidayOn holiday : holidays) {
            if (holiday.yearly()) {
                yearly.add(MonthDay.from(holiday.day()));
            } else {
                once.add(holiday.day());
            }
        }
        Map<LocalDate, List<Window>> dates = new HashMap<>();
        exceptions.forEach(exception -> dates.put(exception.day(), exception.windows()));
        return new BusinessCalendar(zone == null ? house : ZoneId.of(zone), week, once, yearly, dates, names());
    }

    /** When it is open on that date. */
    public List<Window> hours(LocalDate date) {
        return calendar(ZoneOffset.UTC).hours(date);
    }

    /** Each date of a year. */
    List<CalendarDay> days(ZoneId house, int year) {
        BusinessCalendar calendar = calendar(house);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(date -> calendar.day(date, kind(date)))
                .toList();
    }

    private CalendarDay.Kind kind(LocalDate date) {
        if (exceptions.stream().anyMatch(exception -> exception.day().equals(date))) {
            return CalendarDay.Kind.EXCEPTION;
        }
        boolean holiday = holidays.stream()
                .anyMatch(each -> each.yearly()
                        ? MonthDay.from(each.day()).equals(MonthDay.from(date))
                        : each.day().equals(date));
        return holiday ? CalendarDay.Kind.HOLIDAY : CalendarDay.Kind.USUAL;
    }

    private BusinessCalendar.Names names() {
        Map<LocalDate, String> named = new HashMap<>();
        Map<MonthDay, String> yearlyNamed = new HashMap<>();
        for (HolidayOn holiday : holidays) {
            if (holiday.yearly()) {
                yearlyNamed.put(MonthDay.from(holiday.day()), holiday.name());
            } else {
                named.put(holiday.day(), holiday.name());
            }
        }
        exceptions.forEach(exception -> named.put(exception.day(), exception.name()));
        return new BusinessCalendar.Names(named, yearlyNamed);
    }
}
