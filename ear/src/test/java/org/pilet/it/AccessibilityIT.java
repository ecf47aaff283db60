package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What axe, the rules of WCAG as a program, finds on the pages, in both themes and both directions of writing. */
@ArquillianTest
@RunAsClient
class AccessibilityIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void axe_finds_nothing_on_any_page() {
        List<String> found = new ArrayList<>();
        try (Desks desks = new Desks()) {
            String number = desks.ticket("Accessible", "ax@access.test");
            Map<String, List<String>> pages = new LinkedHashMap<>();
            pages.put(
                    Desks.TAMAR,
                    List.of(
                            "/agent/dashboard.xhtml?arrange=true",
                            "/agent/index.xhtml?view=ALL_OPEN",
                            "/agent/index.xhtml?view=ALL&q=printer&group=STATUS&columns=NUMBER,STATUS,QUEUE,CREATED",
                            "/agent/news.xhtml",
                            Desks.path(number),
                            "/agent/new.xhtml",
                            "/agent/responses.xhtml?new=true",
                            "/agent/away.xhtml",
                            "/profile.xhtml"));
            pages.put(
                    Desks.ADA,
                    List.of(
                            "/reports/index.xhtml",
                            "/reports/jobs.xhtml",
                            "/admin/outbox.xhtml",
                            "/admin/mail.xhtml",
                            "/admin/mail-templates.xhtml",
                            "/admin/mail-keys.xhtml",
                            "/admin/rule.xhtml",
                            "/admin/macro.xhtml",
                            "/admin/webhooks.xhtml",
                            "/admin/routing.xhtml",
                            "/admin/routing-agents.xhtml",
                            "/admin/load.xhtml",
                            "/admin/absences.xhtml",
                            "/admin/duty.xhtml",
                            "/admin/tags.xhtml",
                            "/admin/categories.xhtml",
                            "/admin/views.xhtml",
                            "/admin/desk-rules.xhtml",
                            "/admin/checklists.xhtml",
                            "/admin/calendars.xhtml",
                            "/admin/calendar.xhtml?id=1",
                            "/admin/policies.xhtml",
                            "/admin/policy.xhtml?id=1",
                            "/agent/board.xhtml"));
            pages.put("anna@northwind.test", List.of("/portal/index.xhtml", "/portal/new.xhtml"));
            pages.forEach((who, paths) -> {
                BrowserContext context = desks.signedIn(who);
                look(context, paths, "en", "light", found);
                look(context, paths, "fa", "dark", found);
                prefer(context, "language", "en");
                context.close();
            });
            BrowserContext stranger = desks.browser().context(1440, 900);
            look(stranger, List.of("/sign-in.xhtml", "/portal/open/register.xhtml"), "en", "light", found);
            stranger.close();
        }
        assertThat(found).isEmpty();
    }

    private static void look(
            BrowserContext context, List<String> paths, String language, String theme, List<String> found) {
        prefer(context, "language", language);
        prefer(context, "theme", theme);
        for (String path : paths) {
            try (Page page = context.newPage()) {
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
                assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
                for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
                    found.add(path + " " + theme + " " + language + ": " + rule.getId() + " "
                            + rule.getNodes().get(0).getHtml());
                }
            }
        }
    }

    private static void prefer(BrowserContext context, String name, String value) {
        context.request()
                .post(
                        "/preferences",
                        RequestOptions.create()
                                .setHeader("Origin", Installation.address().replaceAll("/$", ""))
                                .setForm(FormData.create().set(name, value).set("here", "/")));
    }
}
