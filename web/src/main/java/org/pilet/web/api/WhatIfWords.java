package org.pilet.web.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.sla.Budget;
import org.pilet.sla.Metric;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.web.common.BudgetWords;

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
            Map.entry("totalresolutiontime", Metric.TOTAL_RESOLUTION),
            Map.entry("ola", Metric.TEAM_RESOLUTION),
            Map.entry("teamtime", Metric.TEAM_RESOLUTION));

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
        return BudgetWords.read(value.path(), value.text());
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
        Optional<Duration> all = sum(value, unit -> new String[] {"calendar" + unit, "clock" + unit, "elapsed" + unit});
        if (all.isPresent()) {
            return sound(Budget.roundTheClock(all.get()), value);
        }
        Optional<Duration> open = sum(value, unit ->
                new String[] {unit, unit.substring(0, 1), "open" + unit, "business" + unit, "working" + unit});
        if (open.isPresent()) {
            return sound(isRoundTheClock(value) ? Budget.roundTheClock(open.get()) : Budget.open(open.get()), value);
        }
        Loose amount = value.need("minutes", "duration", "budget", "value", "amount", "target", "time");
        Budget budget = value.any("unit", "units")
                .map(unit -> BudgetWords.read(amount.path(), amount.text() + " " + unit.text()))
                .orElseGet(() -> budget(amount));
        boolean always = budget.counting() == Budget.Counting.OPEN_TIME && isRoundTheClock(value);
        return sound(always ? Budget.roundTheClock(budget.length()) : budget, value);
    }

    /** Hours and minutes and seconds together, by any of the names of each; a flag of such a name is no length. */
    private static Optional<Duration> sum(Loose value, Function<String, String[]> names) {
        Optional<Duration> sum = Optional.empty();
        for (String unit : new String[] {"hours", "minutes", "seconds"}) {
            for (String name : names.apply(unit)) {
                var part = value.any(name).filter(found -> !found.isFlag());
                if (part.isPresent()) {
                    Duration length = length(part.get(), part.get().number(), unit);
                    sum = Optional.of(sum.orElse(Duration.ZERO).plus(length));
                    break;
                }
            }
        }
        return sum;
    }

    /** Tags are told apart without regard to case, as on tickets. */
    static String tag(Loose value) {
        return value.text().toLowerCase(Locale.ROOT);
    }

    static Set<String> tags(Loose values) {
        return values.items().stream().map(WhatIfWords::tag).collect(Collectors.toSet());
    }

    private static boolean isInDays(Loose value) {
        return value.any("counting", "unit", "units", "kind", "mode", "type")
                .filter(Loose::isText)
                .map(kind -> Loose.plain(kind.text()).matches("(working|business|work)days?"))
                .orElse(false);
    }

    private static boolean isRoundTheClock(Loose value) {
        boolean said = value.any("counting", "hoursType", "kind", "mode", "calendar")
                .filter(Loose::isText)
                .map(kind -> switch (Loose.plain(kind.text())) {
                    case "roundtheclock", "calendar", "calendarhours", "24x7", "247", "elapsed" -> true;
                    default -> false;
                })
                .orElse(false);
        return said
                || value.flag("roundTheClock", "calendarHours", "calendarTime")
                || value.any("businessHours", "businessTime", "business", "inBusinessHours")
                        .filter(Loose::isFlag)
                        .map(flag -> !flag.flag())
                        .orElse(false);
    }

    private static Budget workingDays(Loose at, BigDecimal days) {
        return BudgetWords.workingDays(at.path(), at.text(), days);
    }

    /** Open time before (negative) or after something. */
    static Duration offset(Loose value) {
        return value.isNumber()
                ? length(value, value.number(), "minutes")
                : BudgetWords.offset(value.path(), value.text());
    }

    private static Duration length(Loose at, BigDecimal amount, String unit) {
        return BudgetWords.length(at.path(), at.text(), amount, unit);
    }

    private static Budget sound(Budget budget, Loose at) {
        boolean isDays = budget.counting() == Budget.Counting.WORKING_DAYS;
        if (!isDays && (budget.length().isZero() || budget.length().isNegative())) {
            throw new org.pilet.platform.InvalidInput(at.path(), "positive", "");
        }
        return budget;
    }
}
