package org.pilet.web.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.sla.Budget;
import org.pilet.sla.Metric;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** What the words of a what-if case mean: metrics, statuses, priorities, lengths of time. */
final class WhatIfWords {

    private static final Map<String, Metric> METRICS = Map.ofEntries(
            Map.entry("tto", Metric.TIME_TO_OWN),
            Map.entry("ownership", Metric.TIME_TO_OWN),
            Map.entry("timetotakeownership", Metric.TIME_TO_OWN),
            Map.entry("own", Metric.TIME_TO_OWN),
            Map.entry("timetofirstresponse", Metric.FIRST_RESPONSE),
            Map.entry("firstresponsetime", Metric.FIRST_RESPONSE),
            Map.entry("firstreply", Metric.FIRST_RESPONSE),
            Map.entry("firstreplytime", Metric.FIRST_RESPONSE),
            Map.entry("frt", Metric.FIRST_RESPONSE),
            Map.entry("response", Metric.FIRST_RESPONSE),
            Map.entry("nextresponsetime", Metric.NEXT_RESPONSE),
            Map.entry("everyresponse", Metric.NEXT_RESPONSE),
            Map.entry("nextreply", Metric.NEXT_RESPONSE),
            Map.entry("everyreply", Metric.NEXT_RESPONSE),
            Map.entry("nextreplytime", Metric.NEXT_RESPONSE),
            Map.entry("nrt", Metric.NEXT_RESPONSE),
            Map.entry("update", Metric.PERIODIC_UPDATE),
            Map.entry("updatetime", Metric.PERIODIC_UPDATE),
            Map.entry("periodic", Metric.PERIODIC_UPDATE),
            Map.entry("periodicupdatetime", Metric.PERIODIC_UPDATE),
            Map.entry("pausableupdatetime", Metric.PAUSABLE_UPDATE),
            Map.entry("requesterwaittime", Metric.REQUESTER_WAIT),
            Map.entry("agentworktime", Metric.AGENT_WORK),
            Map.entry("resolve", Metric.RESOLUTION),
            Map.entry("resolutiontime", Metric.RESOLUTION),
            Map.entry("solution", Metric.RESOLUTION),
            Map.entry("solutiontime", Metric.RESOLUTION),
            Map.entry("timetoresolve", Metric.RESOLUTION),
            Map.entry("timetoresolution", Metric.RESOLUTION),
            Map.entry("ttr", Metric.RESOLUTION),
            Map.entry("totalresolutiontime", Metric.TOTAL_RESOLUTION));

    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("hold", Status.ON_HOLD),
            Map.entry("suspended", Status.ON_HOLD),
            Map.entry("waiting", Status.PENDING),
            Map.entry("waitingoncustomer", Status.PENDING),
            Map.entry("pendingcustomer", Status.PENDING),
            Map.entry("pendingthirdparty", Status.ON_HOLD),
            Map.entry("waitingforthirdparty", Status.ON_HOLD),
            Map.entry("waitingforcustomer", Status.PENDING),
            Map.entry("deferred", Status.POSTPONED),
            Map.entry("solved", Status.RESOLVED),
            Map.entry("done", Status.RESOLVED),
            Map.entry("reopened", Status.OPEN),
            Map.entry("inprogress", Status.OPEN),
            Map.entry("trash", Status.DELETED));

    private static final Map<String, Priority> PRIORITIES = Map.of(
            "medium", Priority.NORMAL,
            "default", Priority.NORMAL,
            "critical", Priority.URGENT,
            "veryhigh", Priority.URGENT,
            "p1", Priority.URGENT,
            "p2", Priority.HIGH,
            "p3", Priority.NORMAL,
            "p4", Priority.LOW);

    private static final Pattern LENGTH =
            Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?)[\\s_-]*([a-z _-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_PLUS = Pattern.compile("d\\s*\\+\\s*(\\d+)", Pattern.CASE_INSENSITIVE);

    private WhatIfWords() {}

    static Metric metric(Loose value) {
        return value.choice(Metric.class, (plain, given) -> METRICS.get(plain));
    }

    static boolean isMetric(String name) {
        String plain = Loose.plain(name);
        for (Metric metric : Metric.values()) {
            if (Loose.plain(metric.name()).equals(plain)) {
                return true;
            }
        }
        return METRICS.containsKey(plain);
    }

    static Metric metric(String name, Loose at) {
        for (Metric metric : Metric.values()) {
            if (Loose.plain(metric.name()).equals(Loose.plain(name))) {
                return metric;
            }
        }
        Metric metric = METRICS.get(Loose.plain(name));
        if (metric == null) {
            throw new org.pilet.platform.InvalidInput(at.path(), "unknown", name);
        }
        return metric;
    }

    static Status status(Loose value) {
        return value.choice(Status.class, (plain, given) -> STATUSES.get(plain));
    }

    static boolean isStatus(String name) {
        String plain = Loose.plain(name);
        for (Status status : Status.values()) {
            if (Loose.plain(status.name()).equals(plain)) {
                return true;
            }
        }
        return STATUSES.containsKey(plain);
    }

    static Status status(String name, Loose at) {
        return status(new Loose(at.path(), jakarta.json.Json.createValue(name)));
    }

    static Priority priority(Loose value) {
        return value.choice(Priority.class, (plain, given) -> PRIORITIES.get(plain));
    }

    /** The priority of that name; null for any, all, default and the like. */
    static Priority priorityOrAny(String name, Loose at) {
        if (isAny(name)) {
            return null;
        }
        return priority(new Loose(at.path(), jakarta.json.Json.createValue(name)));
    }

    static boolean isPriority(String name) {
        String plain = Loose.plain(name);
        for (Priority priority : Priority.values()) {
            if (Loose.plain(priority.name()).equals(plain)) {
                return true;
            }
        }
        return isAny(name) || PRIORITIES.containsKey(plain);
    }

    private static boolean isAny(String name) {
        return switch (Loose.plain(name)) {
            case "any", "all", "default", "other", "others", "else", "*" -> true;
            default -> false;
        };
    }

    /** How much time, and of which kind. */
    static Budget budget(Loose value) {
        if (value.isObject()) {
            return budgetOf(value);
        }
        if (value.isNumber()) {
            return sound(Budget.open(length(value, value.number(), "minutes")), value);
        }
        return sound(budgetOf(value, value.text()), value);
    }

    private static Budget budgetOf(Loose value) {
        if (value.any("workingDays").isEmpty() && isInDays(value)) {
            Loose days = value.need("days", "value", "amount", "duration", "target", "budget", "count");
            return workingDays(days, days.number());
        }
        if (value.any("duration").isEmpty() && value.any("workingDays").isPresent()) {
            Loose days = value.need("workingDays");
            return workingDays(days, days.number());
        }
        var days = value.any("workingDays", "businessDays", "days", "workdays");
        if (days.isPresent()) {
            return sound(workingDays(days.get(), days.get().number()), value);
        }
        for (String unit : new String[] {"minutes", "hours", "seconds"}) {
            var open = value.any(unit, "open" + unit, "business" + unit, "working" + unit);
            if (open.isPresent()) {
                Duration length = length(open.get(), open.get().number(), unit);
                return sound(isRoundTheClock(value) ? Budget.roundTheClock(length) : Budget.open(length), value);
            }
            var all = value.any("calendar" + unit, "clock" + unit, "elapsed" + unit);
            if (all.isPresent()) {
                return sound(Budget.roundTheClock(length(all.get(), all.get().number(), unit)), value);
            }
        }
        Loose amount = value.need("minutes", "duration", "budget", "value", "amount", "target", "time");
        Budget budget = value.any("unit", "units")
                .map(unit -> budgetOf(amount, amount.text() + " " + unit.text()))
                .orElseGet(() -> budget(amount));
        boolean all = budget.counting() == Budget.Counting.OPEN_TIME && isRoundTheClock(value);
        return sound(all ? Budget.roundTheClock(budget.length()) : budget, value);
    }

    private static boolean isInDays(Loose value) {
        return value.any("counting", "unit", "units", "kind", "mode", "type")
                .filter(Loose::isText)
                .map(kind -> Loose.plain(kind.text()).matches("(working|business|work)days?"))
                .orElse(false);
    }

    private static boolean isRoundTheClock(Loose value) {
        boolean said = value.any("counting", "hoursType", "kind", "mode")
                .filter(Loose::isText)
                .map(kind -> switch (Loose.plain(kind.text())) {
                    case "roundtheclock", "calendar", "calendarhours", "24x7", "247", "elapsed" -> true;
                    default -> false;
                })
                .orElse(false);
        return said
                || value.flag("roundTheClock", "calendarHours", "calendarTime")
                || value.any("businessHours", "businessTime")
                        .filter(Loose::isFlag)
                        .map(flag -> !flag.flag())
                        .orElse(false);
    }

    private static Budget budgetOf(Loose at, String text) {
        Matcher dayPlus = DAY_PLUS.matcher(text);
        if (dayPlus.matches()) {
            return workingDays(at, new BigDecimal(dayPlus.group(1)));
        }
        if (text.toUpperCase(Locale.ROOT).matches("[+-]?PT.*")) {
            return Budget.open(iso(at, text));
        }
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || matcher.group(1).equals("-")) {
            throw at.malformed();
        }
        String unit = Loose.plain(matcher.group(3));
        boolean all = unit.contains("calendar") || unit.contains("clock") || unit.contains("elapsed");
        unit = unit.replaceAll("calendar|roundthe|clock|elapsed|business|working|work|open", "");
        BigDecimal amount = new BigDecimal(matcher.group(2));
        if (unit.matches("d|day|days|wd|bd")) {
            return workingDays(at, amount);
        }
        Duration length = length(at, amount, unit);
        return all ? Budget.roundTheClock(length) : Budget.open(length);
    }

    private static Budget workingDays(Loose at, BigDecimal days) {
        try {
            int whole = days.intValueExact();
            if (whole < 0 || whole > 3650) {
                throw at.malformed();
            }
            return Budget.workingDays(whole);
        } catch (ArithmeticException fraction) {
            throw at.malformed();
        }
    }

    /** Open time before (negative) or after something. */
    static Duration offset(Loose value) {
        if (value.isNumber()) {
            return Duration.ofSeconds(value.number()
                    .multiply(BigDecimal.valueOf(60))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        }
        String text = value.text();
        if (text.toUpperCase(Locale.ROOT).matches("[+-]?PT.*")) {
            return iso(value, text);
        }
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            throw value.malformed();
        }
        Duration length = length(value, new BigDecimal(matcher.group(2)), Loose.plain(matcher.group(3)));
        return matcher.group(1).equals("-") ? length.negated() : length;
    }

    private static Duration iso(Loose at, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw at.malformed();
        }
    }

    private static Duration length(Loose at, BigDecimal amount, String unit) {
        long seconds =
                switch (unit) {
                    case "s", "sec", "secs", "second", "seconds" -> 1;
                    case "m", "min", "mins", "minute", "minutes" -> 60;
                    case "h", "hr", "hrs", "hour", "hours" -> 3600;
                    default -> throw at.malformed();
                };
        try {
            return Duration.ofSeconds(amount.multiply(BigDecimal.valueOf(seconds))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException tooMuch) {
            throw at.malformed();
        }
    }

    private static Budget sound(Budget budget, Loose at) {
        boolean isDays = budget.counting() == Budget.Counting.WORKING_DAYS;
        if (!isDays && (budget.length().isZero() || budget.length().isNegative())) {
            throw new org.pilet.platform.InvalidInput(at.path(), "positive", "");
        }
        return budget;
    }
}
