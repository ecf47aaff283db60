package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Property
    void each_rank_is_the_least_value_that_so_many_do_not_exceed(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> values) {
        Distribution found =
                Distribution.of(values.stream().mapToLong(Long::longValue).toArray(), values.size());
        assertThat(Distribution.micros(found.median())).isEqualTo(leastCovering(values, 50));
        assertThat(Distribution.micros(found.p90())).isEqualTo(leastCovering(values, 90));
        BigDecimal sum = values.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Distribution.micros(found.mean()))
                .isEqualTo(sum.divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Test
    void nothing_has_no_distribution() {
        assertThat(Distribution.of(new long[4], 0)).isNull();
    }

    private static long leastCovering(List<Long> values, int percent) {
        return values.stream()
                .filter(candidate ->
                        values.stream().filter(value -> value <= candidate).count() * 100
                                >= (long) percent * values.size())
                .min(Long::compare)
                .orElseThrow();
    }
}
