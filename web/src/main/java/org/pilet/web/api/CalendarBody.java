package org.pilet.web.api;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarView;
import org.pilet.sla.Window;

/** A business calendar as callers read it; they may write it as freely as in a what-if case. */
public record CalendarBody(
        long id,
        int version,
        String name,
        String zone,
        Map<String, List<String>> hours,
        List<Holiday> holidays,
        List<OtherHours> exceptions) {

    /** A day on which it is closed; one of every year has a date without a year. */
    public record Holiday(String date, boolean yearly, String name) {}

    /** A date with hours of its own; without any it is closed. */
    public record OtherHours(String date, String name, List<String> windows) {}

    static CalendarBody of(CalendarView view) {
        CalendarDraft content = view.content();
        Map<String, List<String>> hours = new TreeMap<>();
        Arrays.stream(DayOfWeek.values())
                .filter(day -> !content.week().getOrDefault(day, List.of()).isEmpty())
                .forEach(day -> hours.put(
                        day.name().toLowerCase(java.util.Locale.ROOT),
                        windows(content.week().get(day))));
        return new CalendarBody(
                view.id(),
                view.version(),
                content.name(),
                content.zone(),
                hours,
                content.holidays().stream()
                        .map(holiday -> new Holiday(
                                holiday.yearly()
                                        ? MonthDay.from(holiday.day())
                                                .toString()
                                                .substring(2)
                                        : holiday.day().toString(),
                                holiday.yearly(),
                                holiday.name()))
                        .toList(),
                content.exceptions().stream()
                        .map(other -> new OtherHours(other.day().toString(), other.name(), windows(other.windows())))
                        .toList());
    }

    private static List<String> windows(List<Window> windows) {
        return windows.stream().map(Window::toString).toList();
    }
}
