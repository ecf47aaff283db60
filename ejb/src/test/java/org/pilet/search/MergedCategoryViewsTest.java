package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedCategoryViewsTest {

    @Test
    void a_search_asks_for_what_the_category_has_become() {
        assertThat(rewritten("is:open category:#5")).isEqualTo("is:open category:#9");
        assertThat(rewritten("category:#55 -category:#5 x")).isEqualTo("category:#55 -category:#9 x");
        assertThat(rewritten("category:printers tag:vip")).isEqualTo("category:#9 tag:vip");
        assertThat(rewritten("(category:\"Printers\" OR printers)")).isEqualTo("(category:#9 OR printers)");
        assertThat(rewritten("category:mail,#5")).isEqualTo("category:mail,#9");
    }

    @Test
    void what_means_something_else_stays() {
        assertThat(rewritten("category:printers2 subcategory:#5 #5")).isEqualTo("category:printers2 subcategory:#5 #5");
        assertThat(MergedCategoryViews.rewritten("category:\"Big printers\"", 5, "Big printers", 9))
                .isEqualTo("category:#9");
    }

    private static String rewritten(String search) {
        return MergedCategoryViews.rewritten(search, 5, "Printers", 9);
    }
}
