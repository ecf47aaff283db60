package org.pilet.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as a search names it, from (or null) and before (or null).
 *
 * <p>A day: {@code 2026-01-31}, {@code today}, {@code yesterday}, {@code tomorrow}. Days: {@code 2026-01-01..2026-01-31}.
 * From a day on, or before it: {@code >=2026-01-31}, {@code >2026-01-31}, {@code <2026-01-31}, {@code <=2026-01-31}. A
 * length of h, d, w or m (months of 30 days): {@code 7d} is the last (or, for what lies ahead, the next) seven days, {@code >7d} longer ago (or later)
 * than that.
 */
record SearchMoment(Instant from, Instant before) {

    private static final Pattern LENGTH = Pattern.compile("([<>]?=?)(\\d{1,4})([hdwm])");
    private static final Pattern SIDE = Pattern.compile("([<>]=?)(.+)");

    /** Null when it cannot be understood. */
    static SearchMoment of(String value, boolean ahead, Instant now, ZoneId zone) {
        try {
            Matcher length = LENGTH.matcher(value);
            if (length.matches()) {
                return length(length, ahead, now);
            }
            Matcher side = SIDE.matcher(value);
            if (side.matches()) {
                return side(side.group(1), side.group(2), now, zone);
            }
            int dots = value.indexOf("..");
            return dots < 0
                    ? new SearchMoment(start(value, 0, now, zone), start(value, 1, now, zone))
                    : new SearchMoment(
                            start(value.substring(0, dots), 0, now, zone),
                            start(value.substring(dots + 2), 1, now, zone));
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static SearchMoment length(Matcher length, boolean ahead, Instant now) {
        int hours =
                switch (length.group(3)) {
                    case "h" -> 1;
                    case "d" -> 24;
                    case "w" -> 7 * 24;
                    default -> 30 * 24;
                };
        Duration span = Duration.ofHours((long) hours * Integer.parseInt(length.group(2)));
        boolean beyond = length.group(1).startsWith(">");
        if (ahead) {
            return beyond ? new SearchMoment(now.plus(span), null) : new SearchMoment(null, now.plus(span));
        }
        return beyond ? new SearchMoment(null, now.minus(span)) : new SearchMoment(now.minus(span), null);
    }

    private static SearchMoment side(String sign, String day, Instant now, ZoneId zone) {
        return switch (sign) {
            case ">" -> new SearchMoment(start(day, 1, now, zone), null);
            case ">=" -> new SearchMoment(start(day, 0, now, zone), null);
            case "<" -> new SearchMoment(null, start(day, 0, now, zone));
            default -> new SearchMoment(null, start(day, 1, now, zone));
        };
    }

    private static Instant start(String day, int plus, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate date =
                switch (day) {
                    case "today" -> today;
                    case "yesterday" -> today.minusDays(1);
                    case "tomorrow" -> today.plusDays(1);
                    default -> LocalDate.parse(day);
                };
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException(day);
        }
        return date.plusDays(plus).atStartOfDay(zone).toInstant();
    }
}
