package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.it.Sights.Sight;

/**
 * Photographs every page at 1440 and 360 px, light and dark, in English and Persian, and lays the pictures out in
 * {@code ear/target/screens/index.html}, for people to look at. No test of every build: it is asked for by name. What a
 * machine can see it does see: a page that is wider than its window fails it. {@code pilet.it.sheet=en-dark,fa-light} draws
 * only these, {@code pilet.it.sights=ticket.*} only what is called so; other pictures stay as they are.
 */
@ArquillianTest
@RunAsClient
class ContactSheet {

    private static final Path FOLDER = Path.of("target/screens").toAbsolutePath();
    private static final int TALLEST = 2600;
    private static final List<String> LANGUAGES = List.of("en", "fa");
    private static final List<Integer> WIDTHS = List.of(1440, 360);
    private static final List<String> SHEETS =
            List.of(System.getProperty("pilet.it.sheet", "en-light,en-dark,fa-light,fa-dark")
                    .split(","));
    private static final String NAMES = System.getProperty("pilet.it.sights", ".*");

    private final List<Sight> sights = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();

    @Test
    void every_page_is_photographed_and_none_is_wider_than_its_window() throws Exception {
        Files.createDirectories(FOLDER);
        try (Browser browser = Browser.start();
                Site site = new Site(browser)) {
            FilledHouse.fill(browser);
            sights.addAll(Sights.all(site));
            assertThat(Sights.unseen(sights)).as("pages that nobody looks at").isEmpty();
            for (String language : LANGUAGES) {
                for (String theme : Site.THEMES) {
                    if (SHEETS.contains(language + "-" + theme)) {
                        draw(site, language, theme);
                    }
                }
            }
        }
        writeIndex();
        System.out.println("The contact sheet: " + FOLDER.resolve("index.html").toUri());
        assertThat(unreachable).as("pages that did not open as they should").isEmpty();
        assertThat(tooWide).as("pages that scroll sideways").isEmpty();
    }

    private void draw(Site site, String language, String theme) {
        site.prefer(language, theme);
        for (int width : WIDTHS) {
            sights.stream()
                    .filter(sight -> sight.name().matches(NAMES))
                    .forEach(sight -> take(site, sight, language, theme, width));
        }
    }

    private void take(Site site, Sight sight, String language, String theme, int width) {
        try (Page page = site.open(sight, theme, width, width > 700 ? 900 : 740)) {
            if (Site.scrollsSideways(page)) {
                tooWide.add(file(sight, language, theme, width));
            }
            growToContent(page, width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(file(sight, language, theme, width)))
                    .setFullPage(true));
        } catch (PlaywrightException e) { // the others are worth looking at all the same
            unreachable.add(file(sight, language, theme, width) + ": " + e.getMessage());
        }
    }

    /** The desk scrolls inside its frame, so the window grows until all is seen. */
    private static void growToContent(Page page, int width) {
        int hidden = ((Number)
                        page.evaluate("() => { const box = document.querySelector('main.content:not(.ticket-page)');"
                                + " return box ? box.scrollHeight - box.clientHeight : 0; }"))
                .intValue();
        if (hidden > 0) {
            page.setViewportSize(width, Math.min(TALLEST, page.viewportSize().height + hidden));
        }
    }

    private static String file(Sight sight, String language, String theme, int width) {
        return sight.name().replaceAll("[^a-z]+", "-") + "-" + width + "-" + theme + "-" + language + ".png";
    }

    private void writeIndex() throws IOException {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Pilet, every page</title>
                <style>
                  body { font: 14px/20px system-ui, sans-serif; margin: 24px; background: #eceff3; color: #1b2330 }
                  section { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; padding: 8px 0 32px }
                  figure { margin: 0; flex: none } figcaption { font-size: 12px; color: #566072 }
                  img { display: block; height: 420px; border: 1px solid #cbd2db; background: #fff }
                </style>
                <h1>Pilet, every page</h1>
                """);
        for (Sight sight : sights) {
            html.append("<h2>").append(sight.name()).append("</h2><section>");
            for (int width : WIDTHS) {
                for (String theme : Site.THEMES) {
                    for (String language : LANGUAGES) {
                        String file = file(sight, language, theme, width);
                        html.append("<figure><a href=\"%s\"><img src=\"%s\" alt=\"\" loading=\"lazy\"></a>"
                                .formatted(file, file));
                        html.append(
                                "<figcaption>%d px, %s, %s</figcaption></figure>".formatted(width, theme, language));
                    }
                }
            }
            html.append("</section>\n");
        }
        Files.writeString(FOLDER.resolve("index.html"), html);
    }
}
