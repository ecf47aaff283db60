package org.pilet.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random calendar in plain words, near a daylight-saving change where its zone has one. It builds the calendar under
 * test, and answers by itself, slowly and obviously, whether an instant is open: it looks at the wall clock.
 */
record CalendarSketch(
        ZoneId zone,
        Map<DayOfWeek, List<Window>> week,
        Set<LocalDate> holidays,
        Set<MonthDay> yearly,
        Map<LocalDate, List<Window>> exceptions,
        Instant from) {

    static final int DAYS = 40;

    /** Whole-hour, half-hour and midnight changes, skipped days, the southern half of the world, and no change at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Tallinn",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Tehran",
            "America/Havana",
            "America/Santiago",
            "America/Sao_Paulo",
            "Africa/Casablanca",
            "Pacific/Apia",
            "Asia/Amman",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Antarctica/Troll",
            "UTC");

    static CalendarSketch random(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant from = nearChange(zone, random);
        LocalDate first = LocalDate.ofInstant(from, zone);
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), windows(random));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.putIfAbsent(day, windows(random));
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        Set<MonthDay> yearly = new HashSet<>();
        Map<LocalDate, List<Window>> exceptions = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate date = first.plusDays(random.nextInt(DAYS));
            switch (random.nextInt(4)) {
                case 0 -> holidays.add(date);
                case 1 -> yearly.add(MonthDay.from(date));
                case 2 -> exceptions.put(date, List.of());
                default -> exceptions.put(date, windows(random));
            }
        }
        return new CalendarSketch(zone, week, holidays, yearly, exceptions, from);
    }

    /** Another calendar over the same days. */
    CalendarSketch other(Random random) {
        CalendarSketch other = random(random);
        return new CalendarSketch(other.zone, other.week, Set.of(), Set.of(), Map.of(), from);
    }

    BusinessCalendar calendar() {
        return new BusinessCalendar(zone, week, holidays, yearly, exceptions);
    }

    boolean open(Instant at) {
        return openOnTheWall(LocalDateTime.ofInstant(at, zone));
    }

    /** Whether it is open when the wall clock shows this. */
    boolean openOnTheWall(LocalDateTime local) {
        int second = local.toLocalTime().toSecondOfDay();
        for (Window window : hours(local.toLocalDate())) {
            if (window.opensSecond() <= second && second < window.closesSecond()) {
                return true;
            }
        }
        return false;
    }

    private List<Window> hours(LocalDate date) {
        if (exceptions.containsKey(date)) {
            return exceptions.get(date);
        }
        boolean holiday = holidays.contains(date) || yearly.contains(MonthDay.from(date));
        return holiday ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** Minute by minute from the beginning: open or not. */
    BitSet openMinutes() {
        BitSet open = new BitSet(DAYS * 24 * 60);
        for (int minute = 0; minute < DAYS * 24 * 60; minute++) {
            open.set(minute, open(from.plusSeconds(60L * minute)));
        }
        return open;
    }

    private static Instant nearChange(ZoneId zone, Random random) {
        LocalDate date = LocalDate.of(1975 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Instant any = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(any);
        Instant near = change == null || random.nextInt(3) == 0 ? any : change.getInstant();
        return near.minusSeconds(60L * random.nextInt(15 * 24 * 60));
    }

    private static List<Window> windows(Random random) {
        if (random.nextInt(8) == 0) {
            return List.of(Window.ALL_DAY);
        }
        List<Window> windows = new ArrayList<>();
        int minute = random.nextInt(20 * 60);
        for (int i = 1 + random.nextInt(3); i > 0 && minute < 24 * 60 - 1; i--) {
            int end = Math.min(24 * 60, minute + 1 + random.nextInt(8 * 60));
            windows.add(new Window(time(minute), time(end)));
            minute = end + random.nextInt(3 * 60);
        }
        return windows;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L);
    }
}
