package org.pilet.web.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Budget;

/**
 * How much time, as people type it: {@code 90m}, {@code 4h}, {@code 24 calendar hours}, {@code 2 working days},
 * {@code D+2}, {@code PT4H}.
 */
public final class BudgetWords {

    private static final int MOST_DAYS = 3650;
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final Pattern LENGTH =
            Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?)[\\s_-]*([a-z _-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART =
            Pattern.compile("(\\d+)\\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL =
            Pattern.compile("(?:" + PART.pattern() + "\\s*(?:,|and)?\\s*){2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_PLUS = Pattern.compile("d\\s*\\+\\s*(\\d+)", Pattern.CASE_INSENSITIVE);

    private BudgetWords() {}

    /** Refused with {@link InvalidInput} by that field. */
    public static Budget read(String field, String typed) {
        String text = typed.strip();
        Matcher dayPlus = DAY_PLUS.matcher(text);
        if (dayPlus.matches()) {
            return workingDays(field, text, new BigDecimal(dayPlus.group(1)));
        }
        if (text.toUpperCase(Locale.ROOT).matches("[+-]?PT.*")) {
            return sound(field, Budget.open(iso(field, text)));
        }
        if (SEVERAL.matcher(text).matches()) {
            return sound(field, Budget.open(sum(field, text)));
        }
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || matcher.group(1).equals("-")) {
            throw malformed(field, text);
        }
        String unit = plain(matcher.group(3));
        boolean all = unit.contains("calendar") || unit.contains("clock") || unit.contains("elapsed");
        unit = unit.replaceAll("calendar|roundthe|clock|elapsed|business|working|work|open", "");
        BigDecimal amount = new BigDecimal(matcher.group(2));
        if (unit.matches("d|day|days|wd|bd")) {
            return all
                    ? sound(field, Budget.roundTheClock(length(field, text, amount.multiply(HOURS_A_DAY), "hours")))
                    : workingDays(field, text, amount);
        }
        Duration length = length(field, text, amount, unit);
        return sound(field, all ? Budget.roundTheClock(length) : Budget.open(length));
    }

    /** Hours and minutes, such as 1h 30m. */
    private static Duration sum(String field, String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(length(field, text, new BigDecimal(part.group(1)), plain(part.group(2))));
        }
        return sum;
    }

    /** Open time before (negative) or after something. Refused with {@link InvalidInput} by that field. */
    public static Duration offset(String field, String typed) {
        String text = typed.strip();
        if (text.toUpperCase(Locale.ROOT).matches("[+-]?PT.*")) {
            return iso(field, text);
        }
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            throw malformed(field, text);
        }
        Duration length = length(field, text, new BigDecimal(matcher.group(2)), plain(matcher.group(3)));
        return matcher.group(1).equals("-") ? length.negated() : length;
    }

    /** As {@link #read} understands it. */
    public static String text(Budget budget) {
        return switch (budget.counting()) {
            case WORKING_DAYS -> budget.length().toDays() + " working days";
            case ROUND_THE_CLOCK -> words(budget.length(), " calendar hours", " calendar minutes");
            case OPEN_TIME -> words(budget.length(), "h", "m");
        };
    }

    /** As {@link #offset} understands it. */
    public static String text(Duration offset) {
        return (offset.isNegative() ? "-" : "+") + words(offset.abs(), "h", "m");
    }

    private static String words(Duration length, String hours, String minutes) {
        return length.toMinutes() % 60 == 0 ? length.toHours() + hours : length.toMinutes() + minutes;
    }

    /** So many seconds, minutes or hours. Refused with {@link InvalidInput} by that field. */
    public static Duration length(String field, String typed, BigDecimal amount, String unit) {
        long seconds =
                switch (unit) {
                    case "s", "sec", "secs", "second", "seconds" -> 1;
                    case "m", "min", "mins", "minute", "minutes" -> 60;
                    case "h", "hr", "hrs", "hour", "hours" -> 3600;
                    default -> throw malformed(field, typed);
                };
        try {
            return Duration.ofSeconds(amount.multiply(BigDecimal.valueOf(seconds))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException tooMuch) {
            throw malformed(field, typed);
        }
    }

    /** So many whole days. Refused with {@link InvalidInput} by that field. */
    public static Budget workingDays(String field, String typed, BigDecimal days) {
        try {
            int whole = days.intValueExact();
            if (whole < 0 || whole > MOST_DAYS) {
                throw malformed(field, typed);
            }
            return Budget.workingDays(whole);
        } catch (ArithmeticException fraction) {
            throw malformed(field, typed);
        }
    }

    private static Duration iso(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw malformed(field, text);
        }
    }

    private static Budget sound(String field, Budget budget) {
        if (budget.length().isZero() || budget.length().isNegative()) {
            throw new InvalidInput(field, "positive", "");
        }
        return budget;
    }

    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static InvalidInput malformed(String field, String typed) {
        return new InvalidInput(field, "length", typed);
    }
}
