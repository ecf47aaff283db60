package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarView;
import org.pilet.sla.SlaPolicies;
import org.pilet.sla.Window;
import org.pilet.web.common.Viewer;

/** All business calendars, and who counts by them. */
@Named
@RequestScoped
public class CalendarsPage {

    @EJB
    private BusinessCalendars calendars;

    @EJB
    private SlaPolicies policies;

    @Inject
    private Viewer viewer;

    private List<CalendarView> all = List.of();
    private Map<Long, Long> uses = Map.of();

    public void load() {
        all = calendars.all();
        uses = policies.all().stream()
                .collect(Collectors.groupingBy(policy -> policy.content().calendarId(), Collectors.counting()));
    }

    /** The week in a line: days that follow each other with the same hours together. */
    public String week(CalendarView view) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int from = 0; from < days.length; ) {
            String hours = Window.text(view.content().week().getOrDefault(days[from], List.of()));
            int to = from;
            while (to + 1 < days.length
                    && Window.text(view.content().week().getOrDefault(days[to + 1], List.of()))
                            .equals(hours)) {
                to++;
            }
            if (!hours.isEmpty()) {
                parts.add(name(days[from]) + (to > from ? "–" + name(days[to]) : "") + " " + hours);
            }
            from = to + 1;
        }
        return String.join("; ", parts);
    }

    public long uses(CalendarView view) {
        return uses.getOrDefault(view.id(), 0L);
    }

    public List<CalendarView> getAll() {
        return all;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, viewer.getLocale());
    }
}
