package org.pilet.web.agent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.pilet.platform.InvalidInput;

/** What a control for a date and a time holds, in its reader's zone. */
final class LocalTimes {

    private LocalTimes() {}

    /** Null for nothing. */
    static String of(Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** Null for nothing; refused with {@link InvalidInput} when it is no such time. */
    static Instant read(String field, String local, ZoneId zone) {
        try {
            return local == null || local.isBlank()
                    ? null
                    : LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "malformed", local);
        }
    }
}
