package org.pilet.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * The finished figures of one day, as they are written to files.
 *
 * @param lines by dimension, key and metric
 */
record DayReport(LocalDate day, ZoneId zone, List<NamedFigure> lines) {

    Period period() {
        return Period.whole(day, zone);
    }

    List<NamedFigure> of(Dimension dimension) {
        return lines.stream()
                .filter(line -> line.figure().dimension() == dimension)
                .toList();
    }

    /** {@code FIRST_RESPONSE} as "First response". */
    static String words(Enum<?> constant) {
        String words =
                constant.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("sla ", "SLA ");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static double seconds(Duration duration) {
        return Distribution.micros(duration) / 1e6;
    }
}
