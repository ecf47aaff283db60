package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.sla.CalendarDraft.ExceptionOn;
import org.pilet.sla.CalendarDraft.HolidayOn;

/** Calendars are few and read whole. */
@Dependent
class CalendarStore {

    private static final String WINDOW =
            "to_char(opens, 'HH24:MI:SS') as opens, to_char(closes, 'HH24:MI:SS') as closes";

    private final Sql sql;

    @Inject
    CalendarStore(Sql sql) {
        this.sql = sql;
    }

    List<CalendarView> all() {
        Map<Long, Map<DayOfWeek, List<Window>>> weeks = weeks();
        Map<Long, List<HolidayOn>> holidays = holidays();
        Map<Long, List<ExceptionOn>> exceptions = exceptions();
        return sql.list("select id, name, zone, version from business_calendar order by name", row -> {
            long id = row.number("id");
            return new CalendarView(
                    id,
                    row.integer("version"),
                    new CalendarDraft(
                            row.text("name"),
                            row.text("zone"),
                            weeks.getOrDefault(id, Map.of()),
                            holidays.getOrDefault(id, List.of()),
                            exceptions.getOrDefault(id, List.of())));
        });
    }

    long add(CalendarDraft draft) {
        long id = sql.number("select nextval('business_calendar_seq') as value");
        sql.update("insert into business_calendar (id, name, zone) values (?, ?, ?)", id, draft.name(), draft.zone());
        fill(id, draft);
        return id;
    }

    /** False when it has another version by now. */
    boolean replace(long id, int version, CalendarDraft draft) {
        int changed = sql.update(
                "update business_calendar set name = ?, zone = ?, version = version + 1 where id = ? and version = ?",
                draft.name(),
                draft.zone(),
                id,
                version);
        if (changed == 0) {
            return false;
        }
        sql.update("delete from calendar_hours where calendar_id = ?", id);
        sql.update("delete from calendar_holiday where calendar_id = ?", id);
        sql.update("delete from calendar_exception where calendar_id = ?", id);
        fill(id, draft);
        return true;
    }

    boolean nameTaken(String name, long byOtherThan) {
        return sql.number(
                        "select count(*) as value from business_calendar where name = ? and id <> ?", name, byOtherThan)
                > 0;
    }

    private void fill(long id, CalendarDraft draft) {
        List<Object[]> hours = new ArrayList<>();
        draft.week()
                .forEach((day, windows) -> windows.forEach(
                        window -> hours.add(new Object[] {id, day.getValue(), window.opens(), window.closes()})));
        sql.batch("insert into calendar_hours (calendar_id, weekday, opens, closes) values (?, ?, ?, ?)", hours);

        List<Object[]> holidays = new ArrayList<>();
        draft.holidays().forEach(h -> holidays.add(new Object[] {id, h.day(), h.yearly(), h.name()}));
        sql.batch(
                "insert into calendar_holiday (calendar_id, day, yearly, name) values (?, ?, ?, ?) on conflict do nothing",
                holidays);

        List<Object[]> exceptions = new ArrayList<>();
        List<Object[]> exceptionHours = new ArrayList<>();
        draft.exceptions().forEach(e -> {
            exceptions.add(new Object[] {id, e.day(), e.name()});
            e.windows()
                    .forEach(window -> exceptionHours.add(new Object[] {id, e.day(), window.opens(), window.closes()}));
        });
        sql.batch("insert into calendar_exception (calendar_id, day, name) values (?, ?, ?)", exceptions);
        sql.batch(
                "insert into calendar_exception_hours (calendar_id, day, opens, closes) values (?, ?, ?, ?)",
                exceptionHours);
    }

    private Map<Long, Map<DayOfWeek, List<Window>>> weeks() {
        Map<Long, Map<DayOfWeek, List<Window>>> weeks = new HashMap<>();
        sql.list(
                "select calendar_id, weekday, " + WINDOW + " from calendar_hours order by calendar_id, weekday, opens",
                row -> weeks.computeIfAbsent(row.number("calendar_id"), id -> new EnumMap<>(DayOfWeek.class))
                        .computeIfAbsent(DayOfWeek.of(row.integer("weekday")), day -> new ArrayList<>())
                        .add(window(row)));
        return weeks;
    }

    private Map<Long, List<HolidayOn>> holidays() {
        Map<Long, List<HolidayOn>> holidays = new HashMap<>();
        sql.list(
                "select calendar_id, day, yearly, name from calendar_holiday order by day",
                row -> holidays.computeIfAbsent(row.number("calendar_id"), id -> new ArrayList<>())
                        .add(new HolidayOn(row.day("day"), row.flag("yearly"), row.text("name"))));
        return holidays;
    }

    private Map<Long, List<ExceptionOn>> exceptions() {
        Map<Long, Map<LocalDate, List<Window>>> hours = new HashMap<>();
        sql.list(
                "select calendar_id, day, " + WINDOW + " from calendar_exception_hours order by day, opens",
                row -> hours.computeIfAbsent(row.number("calendar_id"), id -> new TreeMap<>())
                        .computeIfAbsent(row.day("day"), day -> new ArrayList<>())
                        .add(window(row)));
        Map<Long, List<ExceptionOn>> exceptions = new HashMap<>();
        sql.list("select calendar_id, day, name from calendar_exception order by day", row -> {
            List<Window> windows =
                    hours.getOrDefault(row.number("calendar_id"), Map.of()).getOrDefault(row.day("day"), List.of());
            return exceptions
                    .computeIfAbsent(row.number("calendar_id"), id -> new ArrayList<>())
                    .add(new ExceptionOn(row.day("day"), row.text("name"), windows));
        });
        return exceptions;
    }

    private static Window window(Row row) {
        return new Window(LocalTime.parse(row.text("opens")), LocalTime.parse(row.text("closes")));
    }
}
