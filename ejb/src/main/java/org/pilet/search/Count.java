package org.pilet.search;

import java.io.Serializable;

/**
 * How many tickets a list holds, as far as it was worth counting: nobody waits for a number.
 *
 * @param number exact; or where {@code more} is true, there are more than that
 */
public record Count(long number, boolean more) implements Serializable {

    /** Of all that were found, looked for up to one more than {@code most}. */
    static Count upTo(long most, long found) {
        return found > most ? new Count(most, true) : new Count(found, false);
    }

    /** Of some that were found, where there may be others. */
    static Count atLeast(long found, long most) {
        return new Count(Math.min(most, found - 1), true);
    }
}
