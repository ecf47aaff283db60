package org.pilet.web.api;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pilet.platform.InvalidInput;

/** Reads days of the week as people write them. */
final class WhatIfDays {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private WhatIfDays() {}

    /** All that the text names, as in "mon-fri" or "weekend"; refused at its place when it names none. */
    static Set<DayOfWeek> of(String text, Loose at) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split("[,;]")) {
            String plain = part.strip().toLowerCase(java.util.Locale.ROOT);
            switch (Loose.plain(plain)) {
                case "weekdays", "workdays", "weekday", "workingdays" ->
                    days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
                case "weekend", "weekends" -> days.addAll(EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
                case "daily", "everyday", "all", "alldays", "*" -> days.addAll(EnumSet.allOf(DayOfWeek.class));
                default -> {
                    String[] ends = plain.split("\\s*(-|–|\\.\\.|\\bto\\b)\\s*");
                    DayOfWeek from = day(ends[0], at);
                    DayOfWeek to = ends.length > 1 ? day(ends[1], at) : from;
                    for (DayOfWeek day = from; ; day = day.plus(1)) {
                        days.add(day);
                        if (day == to) {
                            break;
                        }
                    }
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String text, Loose at) {
        String plain = Loose.plain(text);
        if (plain.matches("[0-7]")) {
            return DayOfWeek.of(plain.equals("0") ? 7 : Integer.parseInt(plain));
        }
        int index = plain.length() < 3 ? twoLetters(plain) : DAYS.indexOf(plain.substring(0, 3));
        boolean known = index >= 0
                && (plain.length() < 4
                        || DayOfWeek.of(index + 1)
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .startsWith(plain)
                        || plain.equals("tues")
                        || plain.equals("thurs"));
        if (!known) {
            throw new InvalidInput(
                    at.path(), "oneOf", text, "mon, tue, wed, thu, fri, sat, sun, mon-fri, weekdays, weekend, daily");
        }
        return DayOfWeek.of(index + 1);
    }

    private static int twoLetters(String plain) {
        for (int i = 0; i < DAYS.size(); i++) {
            if (plain.length() == 2 && DAYS.get(i).startsWith(plain)) {
                return i;
            }
        }
        return -1;
    }
}
