package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedRuleCategoriesTest {

    @Test
    void conditions_and_actions_name_what_the_category_has_become() {
        String rule =
                "{\"if\":{\"all\":[{\"kind\":\"category\",\"anyOf\":[5,9,7]},{\"kind\":\"queue\",\"anyOf\":[5]}]},"
                        + "\"then\":[{\"kind\":\"category\",\"to\":5}]}";
        assertThat(MergedRuleCategories.rewritten(rule, 5, 9))
                .isEqualTo(
                        "{\"if\":{\"all\":[{\"kind\":\"category\",\"anyOf\":[9,7]},{\"kind\":\"queue\",\"anyOf\":[5]}]},"
                                + "\"then\":[{\"kind\":\"category\",\"to\":9}]}");
    }

    @Test
    void what_names_no_category_stays_as_it_was_written() {
        String rule = "{ \"if\" : {\"kind\":\"queue\", \"anyOf\":[5]} }";
        assertThat(MergedRuleCategories.rewritten(rule, 5, 9)).isSameAs(rule);
    }
}
