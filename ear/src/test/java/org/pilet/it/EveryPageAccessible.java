package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.it.Sights.Sight;

/**
 * Every page of the house, filled with a month of tickets, under axe in both themes and both directions of writing. Asked
 * for by name; {@link AccessibilityIT} does an eighth of it in every build.
 */
@ArquillianTest
@RunAsClient
class EveryPageAccessible {

    @Test
    void axe_finds_nothing_on_any_page_in_any_theme_or_direction() throws Exception {
        List<String> found = new ArrayList<>();
        int looks = 0;
        try (Browser browser = Browser.start();
                Site site = new Site(browser)) {
            FilledHouse.fill(browser);
            List<Sight> sights = Sights.all(site);
            assertThat(Sights.unseen(sights)).as("pages that nobody looks at").isEmpty();
            for (String language : AccessibilityIT.LANGUAGES) {
                for (String theme : Site.THEMES) {
                    site.prefer(language, theme);
                    for (Sight sight : sights) {
                        try (Page page = site.open(sight, theme, 1440, 900)) {
                            AccessibilityIT.look(page, sight, language + " " + theme, found);
                        }
                        looks++;
                    }
                }
            }
        }
        System.out.printf("axe has looked at %d sights and found %d faults%n", looks, found.size());
        assertThat(found).isEmpty();
    }
}
