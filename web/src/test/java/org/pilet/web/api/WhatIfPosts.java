package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.ExplainedInterval.Kind;
import org.pilet.sla.Metric;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfResult;

/** What-if cases in few words, as callers post them, and how their clocks stand. November 2026: the 16th is a Monday. */
final class WhatIfPosts {

    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
    static final String OFFICE = "'calendar': {'zone': 'Europe/Tallinn', 'hours': {'mon-fri': '09:00-17:00'}}, ";

    /** The pieces follow each other from the start to the due time; the counted ones are the budget. */
    static void assertSums(WhatIfClock clock) {
        List<ExplainedInterval> pieces = clock.explanation();
        Instant at = clock.startedAt();
        Duration counted = Duration.ZERO;
        for (ExplainedInterval piece : pieces) {
            assertThat(piece.from()).isEqualTo(at);
            at = piece.to();
            counted = counted.plus(piece.kind() == Kind.COUNTED ? piece.length() : Duration.ZERO);
        }
        assertThat(at).isEqualTo(clock.dueAt());
        assertThat(counted).isEqualTo(Duration.ofSeconds(clock.budgetSeconds()));
    }

    static WhatIfClock clock(WhatIfResult result, Metric metric) {
        List<WhatIfClock> found = result.metrics().stream()
                .filter(clock -> clock.metric() == metric)
                .toList();
        assertThat(found).as(metric.name()).hasSize(1);
        return found.get(0);
    }

    static String event(String type, String at) {
        return "{'type': '" + type + "', 'at': " + quoted(at) + "},";
    }

    static String quoted(String at) {
        return "'" + at(at) + "'";
    }

    /** Day and time of November 2026, or a whole date, in Tallinn. */
    static Instant at(String text) {
        String date = text.length() > 11 ? text : "2026-11-" + text;
        return LocalDateTime.parse(date.replace(' ', 'T')).atZone(TALLINN).toInstant();
    }

    static WhatIfResult play(String fields) {
        String text = "{" + fields.replace("},]", "}]") + "}";
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            JsonObject body = reader.readObject();
            return new SlaWhatIf().play(WhatIfReader.read(body, List.of(), null));
        }
    }

    private WhatIfPosts() {}
}
