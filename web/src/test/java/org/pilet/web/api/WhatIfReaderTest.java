package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pilet.web.api.WhatIfPosts.OFFICE;
import static org.pilet.web.api.WhatIfPosts.at;
import static org.pilet.web.api.WhatIfPosts.clock;
import static org.pilet.web.api.WhatIfPosts.event;
import static org.pilet.web.api.WhatIfPosts.play;
import static org.pilet.web.api.WhatIfPosts.quoted;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Metric;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfClock.State;
import org.pilet.sla.WhatIfResult;
import org.yaml.snakeyaml.Yaml;

/** In how many ways a case may be told, and how what cannot be understood is refused. */
class WhatIfReaderTest {

    @Test
    void calendar_hours_do_not_heed_the_calendar() {
        for (String target :
                List.of("'24 calendar hours'", "{'calendarHours': 24}", "{'hours': 24, 'businessHours': false}")) {
            WhatIfResult result = play(OFFICE + "'targets': {'resolution': " + target + "}, 'events': ["
                    + event("created", "20 16:00") + "]");
            assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("21 16:00"));
        }
    }

    @Test
    void instants_are_understood_in_many_forms() {
        for (String instant : List.of(
                "'2026-11-16T09:00:00+02:00'",
                "'2026-11-16T07:00:00Z'",
                "'2026-11-16 09:00'",
                "'2026-11-16T09:00'",
                "'2026-11-16 07:00:00 UTC'",
                "1794812400",
                "1794812400000")) {
            WhatIfResult result = play(
                    OFFICE + "'targets': {'resolution': 60}, 'events': [{'type': 'created', 'at': " + instant + "}]");
            assertThat(clock(result, Metric.RESOLUTION).dueAt()).as(instant).isEqualTo(at("16 10:00"));
        }
    }

    /** What callers read first must work. */
    @Test
    void the_examples_of_the_description_can_be_played() throws IOException {
        try (Reader description = Files.newBufferedReader(Path.of("src/main/webapp/META-INF/openapi.yaml"))) {
            Map<?, ?> at = new Yaml().load(description);
            for (String key : List.of(
                    "paths", "/sla/what-if", "post", "requestBody", "content", "application/json", "examples")) {
                at = (Map<?, ?>) at.get(key);
            }
            assertThat(at).hasSizeGreaterThan(2);
            for (Object example : at.values()) {
                JsonObject body = Json.createObjectBuilder(asBody(((Map<?, ?>) example).get("value")))
                        .build();
                WhatIfResult result = new SlaWhatIf().play(WhatIfReader.read(body, List.of(), null));
                assertThat(result.metrics()).isNotEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asBody(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void what_cannot_be_understood_is_refused_by_its_path() {
        String good = "'targets': {'resolution': '8h'}, 'events': [" + event("created", "16 09:00") + "]";
        refuses("calendar", () -> play(good));
        refuses("calendar.zone", () -> play("'calendar': {'zone': 'Mars/Base', 'hours': {'mon': '09-17'}}, " + good));
        refuses("calendar.hours.Fridday", () -> play("'calendar': {'hours': {'Fridday': '9-17'}}, " + good));
        refuses("calendar.hours.mon", () -> play("'calendar': {'hours': {'mon': 'nine to five'}}, " + good));
        refuses(
                "calendar.holidays[0]",
                () -> play("'calendar': {'hours': {'mon': '9-17'}, 'holidays': ['soon']}, " + good));
        refuses("calendar", () -> play("'calendar': {'hours': {'mon': []}}, " + good));
        refuses("targets", () -> play(OFFICE + "'events': [" + event("created", "16 09:00") + "]"));
        refuses("targets.solved", () -> play(OFFICE + "'targets': {'solved': '1h'}, 'events': []"));
        refuses("targets.resolution", () -> play(OFFICE + "'targets': {'resolution': 'soon'}, 'events': []"));
        refuses("targets.resolution", () -> play(OFFICE + "'targets': {'resolution': '-1h'}, 'events': []"));
        refuses("events", () -> play(OFFICE + "'targets': {'resolution': '1h'}"));
        refuses("events", () -> play(OFFICE + "'targets': {'resolution': '1h'}, 'events': []"));
        refuses(
                "events[0].at",
                () -> play(OFFICE + "'targets': {'resolution': '1h'}, 'events': [{'type': 'created'}]"));
        refuses(
                "events[1].type",
                () -> play(OFFICE + "'targets': {'resolution': '1h'}, 'events': [" + event("created", "16 09:00")
                        + event("explode", "16 10:00") + "]"));
        refuses(
                "events[1].at",
                () -> play(OFFICE + "'targets': {'resolution': '1h'}, 'events': [" + event("created", "16 09:00")
                        + event("agent message", "16 08:59") + "]"));
        refuses("asOf", () -> play(OFFICE + "'asOf': " + quoted("15 09:00") + ", " + good));
        refuses("calendar.hours.mon", () -> play("'calendar': {'hours': {'mon': '09:00-09:00'}}, " + good));
        refuses("pauses.resolution[0]", () -> play(OFFICE + "'pauses': {'resolution': ['sleeping']}, " + good));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resolution': {'unit': 'WORKING_DAYS', 'value': 2}}",
                "{'resolution': {'counting': 'working days', 'days': 2}}",
                "{'resolution': '2 working_days'}",
                "[{'metric': 'RESOLUTION', 'target': {'workingDays': 2}}]",
                "[{'metric': 'time-to-resolve', 'budget': {'amount': 2, 'unit': 'business_days'}}]"
            })
    void targets_in_days_may_be_told_in_many_ways(String targets) {
        WhatIfResult result =
                play(OFFICE + "'targets': " + targets + ", 'events': [" + event("created", "16 10:00") + "]");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("18 17:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h 30m", "1h30m", "1 hour and 30 minutes", "90m", "PT1H30M", "1.5h"})
    void lengths_may_be_told_in_many_ways(String length) {
        WhatIfResult result = play(OFFICE + "'targets': {'resolution': '" + length + "'}, 'events': ["
                + event("created", "16 10:00") + "]");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("16 11:30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'firstResponse': ['PENDING'], 'resolution': []}",
                "{'PENDING': ['firstResponse']}",
                "[{'status': 'PENDING', 'metrics': ['FIRST_RESPONSE']}]",
                "[{'metric': 'first response', 'statuses': 'pending'}, {'metrics': ['resolution'], 'statuses': []}]"
            })
    void pauses_may_be_told_by_metric_or_by_status(String pauses) {
        WhatIfResult result = play(OFFICE + "'targets': {'firstResponse': '4h', 'resolution': '8h'}, 'pauses': "
                + pauses + ", 'events': [" + event("created", "16 09:00") + event("pause", "16 10:00") + "]");
        assertThat(clock(result, Metric.FIRST_RESPONSE).state()).isEqualTo(State.PAUSED);
        assertThat(clock(result, Metric.RESOLUTION).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void events_may_come_in_any_order_and_a_policy_be_named() {
        WhatIfResult result = play(OFFICE + "'policies': [{'name': 'Plain', 'targets': {'resolution': '8h'}},"
                + " {'name': 'Gold', 'targets': {'resolution': '2h'}}], 'events': [" + event("resume", "16 12:00")
                + "{'type': 'POLICY_CHANGE', 'at': " + quoted("16 13:00") + ", 'policy': {'name': 'gold'}},"
                + event("created", "16 09:00") + event("pause", "16 10:00") + "]");
        assertThat(clock(result, Metric.RESOLUTION).policyName()).isEqualTo("Gold");
        assertThat(clock(result, Metric.RESOLUTION).dueAt()).isEqualTo(at("16 13:00"));
    }

    @Test
    void refusals_say_what_would_be_understood() {
        assertThatThrownBy(() -> play(OFFICE + "'targets': {'resolution': '1h'}, 'events': ["
                        + event("created", "16 09:00") + event("explode", "16 10:00") + "]"))
                .isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.arguments())
                        .anySatisfy(word -> assertThat(word.toString()).contains("agent message", "reopen")));
    }

    @Test
    void what_means_nothing_is_named_so_that_a_slip_of_the_pen_is_seen() {
        String body =
                "{'comment': 'mine', 'calendar': {'hours': {'mon-fri': '09:00-17:00'}, 'holydays': ['2026-11-16']},"
                        + " 'targets': {'resolution': '1h'}, 'events': [{'type': 'created', 'at': " + quoted("16 09:00")
                        + ", 'text': 'Help'}]}";
        try (JsonReader json = Json.createReader(new StringReader(body.replace('\'', '"')))) {
            WhatIfReader reader = new WhatIfReader(json.readObject(), null);
            reader.read(List.of());
            assertThat(reader.ignored()).containsExactly("comment", "calendar.holydays", "events[0].text");
        }
    }

    private static void refuses(String field, ThrowingCallable posted) {
        assertThatThrownBy(posted).isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.field())
                .isEqualTo(field));
    }
}
