package org.pilet.reporting;

import java.io.Serializable;
import java.util.List;

/**
 * How many tickets of one category, or with one tag, were opened lately and in as long a time before.
 *
 * @param key the category's id, or the tag
 * @param parts the same in twelve equal parts of the whole time, the oldest first: six before, six lately
 */
public record Trend(String key, String name, long before, long now, List<Long> parts) implements Serializable {

    /** Fewer than these may be chance. */
    private static final int LEAST = 5;

    /** So many standard deviations above no change at all; one in forty would get there by chance. */
    private static final double UNLIKELY = 2;

    /** How far it is from chance: the difference of two counts, in its standard deviations; below 0 where it falls. */
    public double strength() {
        return now + before == 0 ? 0 : (now - before) / Math.sqrt(now + before);
    }

    /** Whether it became more by more than chance would make of it. */
    public boolean isRising() {
        return now >= LEAST && strength() >= UNLIKELY;
    }

    /** By how many percent; null where there was none before. */
    public Long percent() {
        return before == 0 ? null : Math.round((now - before) * 100.0 / before);
    }
}
