package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.it.Sights.Sight;

/**
 * What axe, the rules of WCAG as a program, finds on the pages: every other one is looked at once, in one theme and one
 * direction of writing by turns, and some of them are read in the language in brackets too. {@link EveryPageAccessible} looks at all of
 * them in all four ways, {@link PseudoLanguage} reads all.
 */
@ArquillianTest
@RunAsClient
class AccessibilityIT {

    static final List<String> LANGUAGES = List.of("en", "fa");

    /** Each of the four ways takes an eighth of the pages: what all of them take is too long for every build. */
    private static final int EVERY = 8;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void axe_finds_nothing_on_any_page_and_no_word_is_hard_coded() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Desks desks = new Desks();
                Site site = new Site(desks.browser())) {
            List<Sight> sights = Sights.quick(
                    desks.ticket("Accessible", "ax@access.test"),
                    desks.ticket("Accessible request", "anna@northwind.test"));
            Crawl crawl = new Crawl(site);
            int way = 0;
            for (String language : List.of(Pseudo.LANGUAGE, "fa")) {
                for (String theme : Site.THEMES) {
                    site.prefer(language, theme);
                    for (int i = way; i < sights.size(); i += EVERY) {
                        try (Page page = site.open(sights.get(i), theme, 1440, 900)) {
                            look(page, sights.get(i), language + " " + theme, found);
                            if (language.equals(Pseudo.LANGUAGE)) {
                                crawl.read(page, sights.get(i), found);
                            }
                        }
                    }
                    way += 2; // so that neighbours in the list are not all of one kind
                }
            }
        }
        assertThat(found).isEmpty();
    }

    static void look(Page page, Sight sight, String way, List<String> found) {
        AxeBuilder axe = new AxeBuilder(page)
                .withTags(RULES)
                .setLegacyMode(true); // no pages of others within ours, for which it would open a second page each time
        for (Rule rule : axe.analyze().getViolations()) {
            found.add(sight.name() + " " + way + ": " + rule.getId() + " "
                    + rule.getNodes().get(0).getHtml() + " (" + rule.getNodes().size() + ")");
        }
    }
}
