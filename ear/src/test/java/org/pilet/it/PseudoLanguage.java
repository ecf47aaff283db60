package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.it.Sights.Sight;

/**
 * Every page is read in a language whose every text stands in brackets: a word outside of them, that nobody has entered as
 * data, is hard-coded somewhere. Asked for by name; {@link AccessibilityIT} reads some of the pages in every build.
 */
@ArquillianTest
@RunAsClient
class PseudoLanguage {

    @Test
    void no_page_shows_a_word_that_is_in_no_bundle() throws SQLException {
        Set<String> found = new TreeSet<>();
        List<String> tooWide = new ArrayList<>();
        try (Desks desks = new Desks();
                Site site = new Site(desks.browser())) {
            List<Sight> sights = Sights.quick(
                    desks.ticket("Bracketed", "ps@pseudo.test"),
                    desks.ticket("Bracketed request", "anna@northwind.test"));
            site.prefer(Pseudo.LANGUAGE, "light");
            Crawl crawl = new Crawl(site);
            for (Sight sight : sights) {
                crawl.read(sight, found, tooWide);
            }
        }
        assertThat(found).as("words that no bundle has").isEmpty();
        assertThat(tooWide).as("pages that longer words make scroll sideways").isEmpty();
    }
}
