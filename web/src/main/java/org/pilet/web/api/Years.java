package org.pilet.web.api;

import java.time.Year;
import org.pilet.platform.InvalidInput;

/** Years that callers name. */
final class Years {

    private static final int FIRST = 1970;
    private static final int LAST = 2200;

    private Years() {}

    /** Refused by the field when it is missing or far from ours. */
    static int of(String field, String value) {
        try {
            int year = Year.parse(Input.required(field, value)).getValue();
            if (year >= FIRST && year <= LAST) {
                return year;
            }
        } catch (java.time.DateTimeException e) {
            throw new InvalidInput(field, "malformed", value);
        }
        throw new InvalidInput(field, "range", FIRST, LAST);
    }
}
