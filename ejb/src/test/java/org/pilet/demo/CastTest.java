package org.pilet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pilet.automation.terms.Phrases;

class CastTest {

    @Test
    void each_made_up_subject_is_sorted_by_the_rule_of_its_topic() {
        for (String language : org.pilet.demo.Phrases.LANGUAGES) {
            org.pilet.demo.Phrases words = org.pilet.demo.Phrases.in(language);
            for (Topic topic : Topic.values()) {
                for (int variant = 1; variant <= words.variants(topic.key("subject")); variant++) {
                    String subject = words.say(
                            topic.key("subject"),
                            variant,
                            Map.of("product", topic.products().get(0), "number", "8812", "amount", "20"));
                    assertThat(Cast.RULES.stream()
                                    .filter(rule -> new Phrases(rule.subjectHolds()).in(subject))
                                    .findFirst()
                                    .map(Cast.Rule::name))
                            .as(subject)
                            .contains(topic.category);
                }
            }
        }
    }
}
