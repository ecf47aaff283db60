package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfResult;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The cases of {@code hand-cases.yaml}, counted on paper, each posted as its writer would. */
class HandCasesTest {

    /** Many cases begin alike. */
    private static final int MOST_ALIASES = 1000;

    @TestFactory
    Stream<DynamicTest> what_was_counted_by_hand() throws IOException {
        try (InputStream stored = getClass().getResourceAsStream("hand-cases.yaml")) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MOST_ALIASES);
            Map<String, Object> file = new Yaml(options).load(stored);
            List<Map<String, Object>> cases = cast(file.get("cases"));
            assertThat(cases).hasSizeGreaterThan(100);
            return cases.stream().map(each -> DynamicTest.dynamicTest((String) each.get("name"), () -> check(each)));
        }
    }

    private static void check(Map<String, Object> given) {
        JsonObject post = Json.createObjectBuilder(HandCasesTest.<Map<String, Object>>cast(given.get("post")))
                .build();
        Map<String, Object> refused = cast(given.get("refused"));
        if (refused != null) {
            InvalidInput no = catchThrowableOfType(InvalidInput.class, () -> play(post));
            assertThat(no).as("a refusal").isNotNull();
            assertThat(no.field()).isEqualTo(refused.get("field"));
            if (refused.containsKey("rule")) {
                assertThat(no.key()).isEqualTo("refusal.input." + refused.get("rule"));
            }
            return;
        }
        WhatIfResult result = play(post);
        Map<String, Map<String, Object>> expected = cast(given.get("expect"));
        expected.forEach((metric, facts) -> {
            WhatIfClock clock = result.metrics().stream()
                    .filter(each -> Loose.plain(each.metric().name()).equals(Loose.plain(metric)))
                    .findFirst()
                    .orElseThrow();
            assertThat(told(clock, facts)).as(metric).isEqualTo(comparable(facts));
        });
        result.metrics().stream()
                .filter(clock -> clock.dueAt() != null && !clock.dueByHand())
                .forEach(WhatIfPosts::assertSums);
    }

    private static WhatIfResult play(JsonObject post) {
        WhatIfReader reader = new WhatIfReader(post, null);
        WhatIfResult result = new SlaWhatIf().play(reader.read(List.of()));
        assertThat(reader.ignored()).as("what nobody has read").isEmpty();
        return result;
    }

    private static Map<String, Object> told(WhatIfClock clock, Map<String, Object> asked) {
        Map<String, Object> told = new HashMap<>();
        for (RecordComponent part : Arrays.stream(WhatIfClock.class.getRecordComponents())
                .filter(each -> asked.containsKey(each.getName()))
                .toList()) {
            try {
                told.put(part.getName(), String.valueOf(part.getAccessor().invoke(clock)));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return told;
    }

    private static Map<String, Object> comparable(Map<String, Object> facts) {
        Map<String, Object> texts = new HashMap<>();
        facts.forEach((name, value) -> texts.put(
                name, String.valueOf(name.endsWith("At") && value != null ? Instant.parse((String) value) : value)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
