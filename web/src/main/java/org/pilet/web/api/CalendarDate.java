package org.pilet.web.api;

import java.util.List;
import org.pilet.sla.CalendarDay;
import org.pilet.sla.Window;

/** What a calendar says of one date. */
public record CalendarDate(String date, String kind, List<String> windows, long openSeconds, String name) {

    static CalendarDate of(CalendarDay day) {
        return new CalendarDate(
                day.date().toString(),
                day.kind().name(),
                day.hours().stream().map(Window::toString).toList(),
                day.openTime().toSeconds(),
                day.name());
    }
}
