package org.pilet.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pilet.reporting.Dimension;
import org.pilet.reporting.Figure;
import org.pilet.reporting.Metric;

class KeyFigureTest {

    private static final Figure NOTHING = share(0, 0);
    private static final Figure HALF = share(2, 1);
    private static final Figure ALL = share(2, 2);

    @Test
    void says_whether_it_became_better() {
        assertThat(KeyFigure.of(ALL, HALF, NOTHING)).extracting("trend", "mood").containsExactly("up", "better");
        assertThat(KeyFigure.of(HALF, ALL, NOTHING)).extracting("trend", "mood").containsExactly("down", "worse");
    }

    @Test
    void nothing_is_neither_better_nor_worse_than_something() {
        assertThat(KeyFigure.of(NOTHING, HALF, HALF))
                .extracting("trend", "mood")
                .containsExactly("same", "neither");
        assertThat(KeyFigure.of(HALF, NOTHING, HALF))
                .extracting("trend", "mood")
                .containsExactly("same", "neither");
    }

    private static Figure share(long n, long hits) {
        return new Figure(Dimension.ALL, "all", Metric.SLA_ALL, n, hits, 0, null, null);
    }
}
