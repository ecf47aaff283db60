package org.pilet.reporting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.pilet.platform.InvalidInput;

/** The days that an execution of the nightly report works on, both included. */
record ReportRange(LocalDate from, LocalDate to, ZoneId zone) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String ZONE = "zone";

    static ReportRange of(Map<String, String> parameters) {
        return new ReportRange(
                day(FROM, parameters.get(FROM)), day(TO, parameters.get(TO)), ZoneId.of(parameters.get(ZONE)));
    }

    List<Period> periods() {
        return from.datesUntil(to.plusDays(1))
                .map(day -> Period.whole(day, zone))
                .toList();
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException nonsense) {
            throw new InvalidInput(field, "malformed", text);
        }
    }
}
