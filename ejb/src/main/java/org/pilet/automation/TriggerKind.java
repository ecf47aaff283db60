package org.pilet.automation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Metric;
import org.pilet.tickets.Field;
import org.pilet.tickets.Status;

/** What wakes a rule. */
public enum TriggerKind {
    /** A ticket has come in. */
    OPENED(Happening.Kind.OPENED),
    /** A customer has written on a ticket that was there already. */
    CUSTOMER_MESSAGE(Happening.Kind.CUSTOMER_MESSAGE),
    /** An agent has answered the customer. */
    AGENT_REPLY(Happening.Kind.AGENT_REPLY),
    /** Somebody of the house has written a note. */
    NOTE(Happening.Kind.NOTE),
    /** One of these fields, or any, has another value. */
    CHANGED(Happening.Kind.CHANGED, Parameter.choices("fields", Field.class).optional()),
    /** The status has become one of these, or any other. */
    STATUS(Happening.Kind.CHANGED, Parameter.choices("to", Status.class).optional()),
    /** A promise of the service level is at risk. */
    SLA_WARNED(
            Happening.Kind.SLA_WARNED, Parameter.choice("metric", Metric.class).optional()),
    /** A promise of the service level was missed. */
    SLA_BREACHED(
            Happening.Kind.SLA_BREACHED,
            Parameter.choice("metric", Metric.class).optional()),
    /** So long before or after a date of the ticket. */
    MOMENT(
            Happening.Kind.MOMENT,
            Parameter.choice("moment", Moment.class),
            Parameter.choice("side", Moment.Side.class),
            Parameter.one("minutes", Parameter.Type.MINUTES)),
    /** At a time of day, on these days or every day; for every ticket that is not closed. */
    SCHEDULE(
            Happening.Kind.SCHEDULE,
            Parameter.choices("days", DayOfWeek.class).optional(),
            Parameter.one("at", Parameter.Type.TEXT)),
    /** At a time of day, on these days or every day; once and about no ticket: the first action opens one. */
    TIMETABLE(
            Happening.Kind.SCHEDULE,
            Parameter.choices("days", DayOfWeek.class).optional(),
            Parameter.one("at", Parameter.Type.TEXT)),
    /** Another system calls in and names the ticket. */
    HOOK(Happening.Kind.HOOK);

    private final Happening.Kind happening;
    private final List<Parameter> parameters;

    TriggerKind(Happening.Kind happening, Parameter... parameters) {
        this.happening = happening;
        this.parameters = List.of(parameters);
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether this is about events that rules are told of as they happen. */
    public boolean isEvent() {
        return compareTo(MOMENT) < 0;
    }

    boolean hears(Arguments arguments, long ruleId, Happening heard) {
        if (heard.kind() != happening || heard.ruleId() != null && heard.ruleId() != ruleId) {
            return false;
        }
        return switch (this) {
            case CHANGED -> fits(arguments.constants("fields", Field.class), heard.field());
            case STATUS ->
                heard.field() == Field.STATUS
                        && fits(arguments.constants("to", Status.class), Status.valueOf(heard.newValue()));
            case SLA_WARNED, SLA_BREACHED ->
                !arguments.has("metric") || arguments.text("metric").equals(heard.metric());
            default -> true;
        };
    }

    void check(Arguments arguments) {
        if (this == SCHEDULE || this == TIMETABLE) {
            try {
                LocalTime.parse(arguments.text("at"));
            } catch (DateTimeException e) {
                throw new InvalidInput(arguments.at("at"), "malformed", arguments.text("at"));
            }
        }
    }

    private static <E> boolean fits(Set<E> wanted, E value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
