package org.pilet.sla;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How much time a target gives, and of which kind (features B1.1, B1.4). Working days become open time once it is known
 * when the clock starts: as much as there is until the n-th working day ends. So a pause costs in every kind exactly
 * what it covers.
 *
 * @param length for working days one day (24 hours) for each
 */
public record Budget(Counting counting, Duration length) implements Serializable {

    /** What counts. */
    public enum Counting {
        /** Time at which the policy's calendar is open. */
        OPEN_TIME,
        /** All time, whatever the calendar says. */
        ROUND_THE_CLOCK,
        /** Until the end of the n-th working day after the day of the start. */
        WORKING_DAYS
    }

    public static Budget open(Duration length) {
        return new Budget(Counting.OPEN_TIME, length);
    }

    public static Budget roundTheClock(Duration length) {
        return new Budget(Counting.ROUND_THE_CLOCK, length);
    }

    /** 0 is the end of the day of the start. */
    public static Budget workingDays(int days) {
        return new Budget(Counting.WORKING_DAYS, Duration.ofDays(days));
    }

    /** Only working days may be none. */
    boolean isSound() {
        return counting == Counting.WORKING_DAYS
                ? !length.isNegative() && length.equals(Duration.ofDays(length.toDays()))
                : !length.isNegative() && !length.isZero();
    }

    /** What this means for a clock that starts then. */
    Terms terms(BusinessCalendar calendar, Instant start) {
        return switch (counting) {
            case OPEN_TIME -> new Terms(calendar, length);
            case ROUND_THE_CLOCK -> new Terms(BusinessCalendar.roundTheClock(), length);
            case WORKING_DAYS -> {
                Instant end = calendar.endOfWorkingDay(start, Math.toIntExact(length.toDays()));
                yield new Terms(calendar, calendar.measure(start, end));
            }
        };
    }
}
