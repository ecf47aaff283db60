package org.pilet.web.admin;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pilet.sla.CalendarDay;

/** A year as twelve small months. */
public record CalendarYear(int year, List<MonthPart> months, long workingDays) implements Serializable {

    /**
     * A month.
     *
     * @param lead how many days of the week, from Monday on, lie before its first
     */
    public record MonthPart(String name, int lead, List<CalendarDay> days, long workingDays, Duration open)
            implements Serializable {}

    static CalendarYear of(int year, List<CalendarDay> days, Locale locale) {
        List<MonthPart> months = new ArrayList<>();
        for (Month month : Month.values()) {
            List<CalendarDay> own =
                    days.stream().filter(day -> day.date().getMonth() == month).toList();
            DayOfWeek first = own.get(0).date().getDayOfWeek();
            months.add(new MonthPart(
                    month.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                    first.getValue() - 1,
                    own,
                    own.stream().filter(CalendarDay::isOpen).count(),
                    own.stream().map(CalendarDay::openTime).reduce(Duration.ZERO, Duration::plus)));
        }
        return new CalendarYear(
                year, months, days.stream().filter(CalendarDay::isOpen).count());
    }
}
