package org.pilet.notifications;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When nobody wants to be disturbed: from one time of day to another, also across midnight, in the person's own zone. */
public record QuietHours(LocalTime from, LocalTime until) implements Serializable {

    /** As it is kept: {@code 22:00-07:00}; empty for nonsense and for a span without length. */
    public static Optional<QuietHours> of(String kept) {
        try {
            String[] parts = kept == null ? new String[0] : kept.split("-", 2);
            QuietHours hours =
                    parts.length < 2 ? null : new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
            return Optional.ofNullable(hours).filter(each -> !each.from.equals(each.until));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    public String kept() {
        return from + "-" + until;
    }

    public boolean holds(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    /** The moment itself, or when the quiet that it lies in ends. */
    Instant after(Instant now, ZoneId zone) {
        if (!holds(now, zone)) {
            return now;
        }
        ZonedDateTime end = now.atZone(zone).with(until);
        return (end.toInstant().isAfter(now) ? end : end.plusDays(1)).toInstant();
    }
}
