package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long one what-if takes, measured with {@code -Dtest=WhatIfSpeed}: within 2 ms for 99 of 100. */
class WhatIfSpeed {

    private static final int WARM = 20_000;
    private static final int MEASURED = 100_000;

    @Test
    void one_what_if_takes_less_than_two_milliseconds() {
        List<WhatIfCase> cases = ClockOracleTest.cases(50, 200);
        long[] nanos = new long[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            WhatIfCase asked = cases.get(Math.floorMod(i, cases.size()));
            long start = System.nanoTime();
            SlaWhatIf.tell(asked);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        Duration p99 = Duration.ofNanos(nanos[MEASURED * 99 / 100]);
        System.out.printf(
                "one what-if: median %d µs, p99 %d µs, longest %d µs%n",
                nanos[MEASURED / 2] / 1000, p99.toNanos() / 1000, nanos[MEASURED - 1] / 1000);
        assertThat(p99).isLessThan(Duration.ofMillis(2));
    }
}
