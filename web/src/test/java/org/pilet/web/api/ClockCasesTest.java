package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfClock;

/**
 * Cases whose due times were counted minute by minute by a program in another language, with time zone data of its own:
 * every kind of daylight saving, any weekly pattern, pauses, holidays, working days; events in any order.
 */
class ClockCasesTest {

    @Test
    void every_due_time_is_what_another_program_counted() throws IOException {
        JsonArray cases;
        try (InputStream stored = getClass().getResourceAsStream("clock-cases.json");
                JsonReader reader = Json.createReader(stored)) {
            cases = reader.readArray();
        }
        assertThat(cases).hasSizeGreaterThan(150);
        SoftAssertions all = new SoftAssertions();
        for (JsonObject each : cases.getValuesAs(JsonObject.class)) {
            WhatIfClock clock = new SlaWhatIf()
                    .play(WhatIfReader.read(each.getJsonObject("body"), List.of(), null))
                    .metrics()
                    .get(0);
            all.assertThat(clock.dueAt())
                    .as(each.getString("name") + " " + each.get("body"))
                    .isEqualTo(Instant.parse(each.getString("dueAt")));
        }
        all.assertAll();
    }
}
