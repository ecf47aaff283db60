package org.pilet.sla;

import java.time.Duration;
import java.util.Random;

/** What is promised, in minutes or days. */
record OraclePromise(Budget.Counting counting, int length) {

    static OraclePromise random(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new OraclePromise(Budget.Counting.ROUND_THE_CLOCK, 1 + random.nextInt(2500));
            case 1 -> new OraclePromise(Budget.Counting.WORKING_DAYS, 1 + random.nextInt(3));
            default ->
                new OraclePromise(Budget.Counting.OPEN_TIME, 1 + random.nextInt(random.nextBoolean() ? 200 : 1500));
        };
    }

    Budget budget() {
        return counting == Budget.Counting.WORKING_DAYS
                ? Budget.workingDays(length)
                : new Budget(counting, Duration.ofMinutes(length));
    }
}
