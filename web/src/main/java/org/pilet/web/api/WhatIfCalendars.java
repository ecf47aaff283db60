package org.pilet.web.api;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarDraft.ExceptionOn;
import org.pilet.sla.CalendarDraft.HolidayOn;
import org.pilet.sla.Window;

/** Reads calendars as people write them. */
final class WhatIfCalendars {

    private static final int LEAP_YEAR = 2000;
    private static final int LONGEST_HOLIDAY = 400;

    private WhatIfCalendars() {}

    /** Always open, in that zone. */
    static CalendarDraft roundTheClock(String zone) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Window.ALL_DAY));
        }
        return new CalendarDraft("24x7", zone, week, List.of(), List.of());
    }

    static boolean isRoundTheClock(String text) {
        return switch (Loose.plain(text)) {
            case "24x7", "247", "always", "alwaysopen", "roundtheclock" -> true;
            default -> false;
        };
    }

    static CalendarDraft draft(Loose value) {
        String zone = value.any("zone", "timeZone", "tz", "zoneId", "timeZoneId")
                .map(WhatIfCalendars::zone)
                .orElse("UTC");
        CalendarDraft usual = new CalendarDraft(
                value.any("name").map(Loose::text).orElse("calendar"),
                zone,
                openingHours(value, zone),
                allHolidays(value),
                List.of());
        return new CalendarDraft(
                usual.name(), zone, usual.week(), usual.holidays(), exceptions(allExceptions(value), usual));
    }

    private static Map<DayOfWeek, List<Window>> openingHours(Loose value, String zone) {
        boolean always = isAlwaysOpen(value); // heard also where hours are given
        return value.any("hours", "week", "weekly", "businessHours", "openingHours", "windows", "schedule", "days")
                .map(WhatIfCalendars::week)
                .orElseGet(() -> {
                    if (!always) {
                        throw new InvalidInput(value.path() + ".hours", "required");
                    }
                    return roundTheClock(zone).week();
                });
    }

    private static boolean isAlwaysOpen(Loose value) {
        return value.flag("alwaysOpen", "24x7", "roundTheClock", "open24x7")
                || value.any("type", "kind")
                        .filter(Loose::isText)
                        .map(kind -> isRoundTheClock(kind.text()))
                        .orElse(false);
    }

    /** Those of one year and those of each, as a list or as days with their names. */
    private static List<HolidayOn> allHolidays(Loose value) {
        List<HolidayOn> holidays = new ArrayList<>();
        value.any("holidays", "holiday", "closedDays", "closures").ifPresent(given -> {
            if (given.isObject()) {
                given.fields()
                        .forEach(field -> holidays.addAll(holiday(
                                field.getValue(),
                                field.getKey(),
                                field.getValue().isText() ? field.getValue().text() : field.getKey(),
                                false)));
            } else {
                given.items().forEach(item -> holidays.addAll(holidays(item)));
            }
        });
        value.any("yearlyHolidays", "recurringHolidays", "annualHolidays").ifPresent(given -> given.items()
                .forEach(item -> holidays.addAll(
                        item.isObject() ? holidays(item) : holiday(item, item.text(), item.text(), true))));
        return holidays;
    }

    private static List<Exceptional> allExceptions(Loose value) {
        List<Exceptional> exceptions = new ArrayList<>();
        value.any("exceptions", "exception", "specialDays", "specialHours", "overrides")
                .ifPresent(given -> {
                    if (given.isObject() && given.any("date", "day").isEmpty()) {
                        given.fields()
                                .forEach(field -> exceptions.add(new Exceptional(
                                        date(field.getValue(), field.getKey()),
                                        field.getKey(),
                                        WhatIfHours.of(field.getValue()))));
                    } else {
                        given.items().forEach(item -> exceptions.add(exception(item)));
                    }
                });
        return exceptions;
    }

    /** A date with hours of its own. */
    private record Exceptional(LocalDate day, String name, WhatIfHours shifts) {}

    /** What goes on after midnight comes on top of the next date's hours, whatever these are. */
    private static List<ExceptionOn> exceptions(List<Exceptional> given, CalendarDraft usual) {
        Map<LocalDate, ExceptionOn> byDay = new LinkedHashMap<>();
        for (Exceptional each : given) {
            byDay.put(
                    each.day(),
                    new ExceptionOn(each.day(), each.name(), each.shifts().today()));
        }
        for (Exceptional each : given) {
            if (!each.shifts().afterMidnight().isEmpty()) {
                LocalDate next = each.day().plusDays(1);
                ExceptionOn known = byDay.getOrDefault(next, new ExceptionOn(next, each.name(), usual.hours(next)));
                List<Window> longer = new ArrayList<>(each.shifts().afterMidnight());
                longer.addAll(known.windows());
                byDay.put(next, new ExceptionOn(next, known.name(), longer));
            }
        }
        return List.copyOf(byDay.values());
    }

    private static String zone(Loose value) {
        try {
            return ZoneId.of(value.text()).getId();
        } catch (DateTimeException e) {
            throw new InvalidInput(value.path(), "zone", value.text());
        }
    }

    private static Map<DayOfWeek, List<Window>> week(Loose value) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        if (value.isText() && isRoundTheClock(value.text())) {
            return roundTheClock(null).week();
        }
        if (value.isObject()) {
            for (Map.Entry<String, Loose> field : value.fields()) {
                WhatIfHours shifts = WhatIfHours.of(field.getValue());
                WhatIfDays.of(field.getKey(), field.getValue()).forEach(day -> shifts.into(week, day));
            }
        } else {
            for (Loose item : value.items()) {
                Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                item.need("days", "day", "weekday", "dayOfWeek")
                        .items()
                        .forEach(day -> days.addAll(WhatIfDays.of(day.text(), day)));
                WhatIfHours shifts = item.any("windows", "hours", "timeframes")
                        .map(WhatIfHours::of)
                        .orElseGet(() -> WhatIfHours.of(item));
                days.forEach(day -> shifts.into(week, day));
            }
        }
        return week;
    }

    private static List<HolidayOn> holidays(Loose item) {
        if (!item.isObject()) {
            return holiday(item, item.text(), item.text(), false);
        }
        String name = item.any("name", "title", "summary").map(Loose::text).orElse("");
        boolean yearly = item.flag("yearly", "recurring", "annual", "everyYear", "perpetual")
                || item.any("repeat", "repeats", "recurrence", "frequency")
                        .filter(Loose::isText)
                        .map(repeat -> Loose.plain(repeat.text()).matches("yearly|annual|annually|everyyear"))
                        .orElse(false);
        var month = item.any("month").filter(Loose::isNumber);
        if (month.isPresent() && item.any("year").isEmpty()) {
            String day = "--%02d-%02d"
                    .formatted(
                            month.get().number().intValue(),
                            item.need("day").number().intValue());
            return holiday(item, day, name.isEmpty() ? day.substring(2) : name, true);
        }
        Loose from = item.need("date", "day", "from", "start", "begin");
        var to = item.any("to", "until", "end");
        if (to.isEmpty()) {
            return holiday(from, from.text(), name.isEmpty() ? from.text() : name, yearly);
        }
        LocalDate first = date(from, from.text());
        LocalDate last = date(to.get(), to.get().text());
        if (last.isBefore(first) || first.plusDays(LONGEST_HOLIDAY).isBefore(last)) {
            throw new InvalidInput(to.get().path(), "range", first, first.plusDays(LONGEST_HOLIDAY));
        }
        return first.datesUntil(last.plusDays(1))
                .map(day -> new HolidayOn(day, yearly, name))
                .toList();
    }

    private static List<HolidayOn> holiday(Loose at, String text, String name, boolean yearly) {
        if (text.matches("(--|\\*-)?\\d\\d-\\d\\d")) {
            try {
                MonthDay day = MonthDay.parse("--" + text.substring(text.length() - "12-25".length()));
                return List.of(new HolidayOn(day.atYear(LEAP_YEAR), true, name));
            } catch (DateTimeException e) {
                throw new InvalidInput(at.path(), "day", text);
            }
        }
        return List.of(new HolidayOn(date(at, text), yearly, name));
    }

    private static Exceptional exception(Loose item) {
        Loose date = item.need("date", "day");
        String name = item.any("name", "title").map(Loose::text).orElse(date.text());
        boolean says = item.any("windows", "hours", "timeframes", "from", "opens", "open", "start", "closed")
                .isPresent();
        if (!says) {
            throw new InvalidInput(item.path() + ".windows", "required");
        }
        return new Exceptional(date(date, date.text()), name, WhatIfHours.of(item));
    }

    private static LocalDate date(Loose at, String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new InvalidInput(at.path(), "day", text);
        }
    }
}
