package org.pilet.sla;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;

/**
 * One stretch of opening hours within a day, the opening time included and the closing time not. A closing time of
 * midnight means the end of the day, so that {@code 00:00} to {@code 00:00} is open all day.
 */
public record Window(LocalTime opens, LocalTime closes) implements Serializable {

    private static final int HOURS_A_DAY = 24;
    private static final int SECONDS_PER_DAY = HOURS_A_DAY * 60 * 60;
    private static final Pattern TYPED = Pattern.compile("(\\d{1,2}(?::\\d\\d)?)\\s*[-–—]\\s*(\\d{1,2}(?::\\d\\d)?)");

    /** The whole day. */
    public static final Window ALL_DAY = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Window {
        if (endOfDayAware(closes) <= opens.toSecondOfDay()) {
            throw new InvalidInput("hours", "opensBeforeCloses", opens, closes);
        }
    }

    /** From {@code 9:00}-style texts, which is how most people write them. */
    public static Window of(String opens, String closes) {
        return new Window(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    /**
     * Windows as people type them, {@code 9-12, 13:00-17:30}; nothing, or a dash, is closed. Refused with
     * {@link InvalidInput} by that field.
     */
    public static List<Window> list(String field, String typed) {
        List<Window> windows = new ArrayList<>();
        for (String part : (typed == null ? "" : typed).split("[,;]")) {
            String plain = part.strip();
            if (plain.isEmpty() || plain.equals("-") || plain.equals("–")) {
                continue;
            }
            Matcher matcher = TYPED.matcher(plain);
            if (!matcher.matches()) {
                throw new InvalidInput(field, "malformed", plain);
            }
            windows.add(typed(field, plain, matcher.group(1), matcher.group(2)));
        }
        return windows;
    }

    private static Window typed(String field, String whole, String opens, String closes) {
        try {
            return new Window(time(opens), time(closes));
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "malformed", whole);
        } catch (InvalidInput e) {
            throw new InvalidInput(field, "opensBeforeCloses", opens, closes);
        }
    }

    private static LocalTime time(String typed) {
        String[] parts = typed.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return hour == HOURS_A_DAY && minute == 0 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute);
    }

    /** As {@link #list} reads it. */
    public static String text(List<Window> windows) {
        return windows.stream().map(Window::toString).collect(Collectors.joining(", "));
    }

    /** Such as {@code 09:00-17:00}; the end of the day is {@code 24:00}. */
    @Override
    public String toString() {
        return opens + "-" + (closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes);
    }

    int opensSecond() {
        return opens.toSecondOfDay();
    }

    int closesSecond() {
        return endOfDayAware(closes);
    }

    private static int endOfDayAware(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? SECONDS_PER_DAY : closes.toSecondOfDay();
    }
}
