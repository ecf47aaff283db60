package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Photographs every page at 1440 and 360 px, light and dark, in English and Persian, and lays the pictures out in
 * {@code ear/target/screens/index.html}, for people to look at. No test of every build: it is asked for by name. What a
 * machine can see it does see: a page that is wider than its window fails it.
 */
@ArquillianTest
@RunAsClient
class ContactSheet {

    private static final Path FOLDER = Path.of("target/screens").toAbsolutePath();
    private static final int TALLEST = 2600;
    private static final List<String> LANGUAGES = List.of("en", "fa");
    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<Integer> WIDTHS = List.of(1440, 360);
    private static final Map<String, String> EMAILS = Map.of(
            "mari", "mari@pilet.test",
            "tamar", "tamar@pilet.test",
            "ada", "ada@pilet.test",
            "anna", "anna@northwind.test");

    private final List<Shot> shots = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();
    private final Map<String, Map<String, BrowserContext>> visitors = new HashMap<>();

    /** A page as somebody sees it, after something was done on it; nobody is a stranger. */
    private record Shot(String name, String who, String path, Consumer<Page> act) {}

    @Test
    void every_page_is_photographed_and_none_is_wider_than_its_window() throws Exception {
        Files.createDirectories(FOLDER);
        try (Browser browser = Browser.start()) {
            play(browser);
            list(browser);
            for (String language : LANGUAGES) {
                for (String theme : THEMES) {
                    prefer(browser, language, theme);
                    for (int width : WIDTHS) {
                        shots.forEach(shot -> take(browser, shot, language, theme, width));
                    }
                }
            }
        }
        writeIndex();
        System.out.println("The contact sheet: " + FOLDER.resolve("index.html").toUri());
        assertThat(tooWide).as("pages that scroll sideways").isEmpty();
    }

    private void list(Browser browser) throws SQLException {
        String ticket = "/agent/ticket.xhtml?number="
                + Rows.text(
                        "select t.number from ticket t join queue q on q.id = t.queue_id where q.name = 'Support' and"
                                + " t.status = 'OPEN' and (select count(*) from message m where m.ticket_id = t.id) >= 3 order by"
                                + " t.created_at desc limit 1");
        String request = "/portal/request.xhtml?number="
                + Rows.text("select t.number from ticket t join person p on p.id = t.requester_id where p.email ="
                        + " 'anna@northwind.test' and (select count(*) from message m where m.ticket_id = t.id) >= 2 order"
                        + " by t.created_at desc limit 1");
        String execution = "/reports/execution.xhtml?id="
                + Rows.text(
                        "select max(jobexecutionid)::text from public.job_execution e join public.job_instance i using"
                                + " (jobinstanceid) where i.jobname = 'nightly-report'");
        shots.add(new Shot("sign-in", null, "/sign-in.xhtml", page -> {}));
        shots.add(new Shot("register", null, "/portal/open/register.xhtml", page -> {}));
        shots.add(new Shot("forgotten password", null, "/portal/open/forgotten.xhtml", page -> {}));
        shots.add(new Shot("work list", "tamar", "/agent/index.xhtml?view=ALL_OPEN", page -> {}));
        shots.add(new Shot("work list, nothing found", "tamar", "/agent/index.xhtml?view=ALL&q=xyzzyq", page -> {}));
        shots.add(new Shot(
                "search",
                "tamar",
                "/agent/index.xhtml?view=ALL&group=STATUS&q=printer&columns=NUMBER,STATUS,QUEUE,OWNER,CREATED",
                page -> {}));
        shots.add(new Shot(
                "search builder", "tamar", "/agent/index.xhtml", page -> page.click("[data-open-dialog=builder]")));
        shots.add(new Shot("news", "tamar", "/agent/news.xhtml", page -> {}));
        shots.add(new Shot("dashboard", "tamar", "/agent/dashboard.xhtml", page -> {}));
        shots.add(new Shot("dashboard, arranging", "tamar", "/agent/dashboard.xhtml?arrange=true", page -> {}));
        shots.add(new Shot("categories", "ada", "/admin/categories.xhtml", page -> {}));
        shots.add(new Shot("kept views", "ada", "/admin/views.xhtml", page -> {}));
        shots.add(new Shot("working together", "ada", "/admin/desk-rules.xhtml", page -> {}));
        shots.add(new Shot("tags", "ada", "/admin/tags.xhtml", page -> {}));
        shots.add(new Shot("own menu", "tamar", "/agent/index.xhtml", page -> page.click(".user-menu summary")));
        shots.add(new Shot("ticket", "tamar", ticket, page -> {}));
        shots.add(new Shot("ticket, reply", "tamar", ticket, page -> compose(page, "PUBLIC")));
        shots.add(new Shot("ticket, note", "tamar", ticket, page -> compose(page, "INTERNAL")));
        shots.add(new Shot("ticket, forward", "tamar", ticket, page -> compose(page, "FORWARD")));
        shots.add(new Shot("ticket, panel", "tamar", ticket, ContactSheet::openPanel));
        shots.add(new Shot("several chosen", "tamar", "/agent/index.xhtml?view=ALL_OPEN", ContactSheet::choose));
        shots.add(new Shot("keyboard", "tamar", "/agent/index.xhtml", page -> page.keyboard()
                .press("?")));
        shots.add(new Shot("ready-made words", "tamar", "/agent/responses.xhtml?new=true", page -> {}));
        shots.add(new Shot("new ticket", "tamar", "/agent/new.xhtml", page -> {}));
        shots.add(new Shot("agent's profile", "tamar", "/profile.xhtml", page -> {}));
        shots.add(new Shot("reports", "ada", "/reports/index.xhtml", ContactSheet::awaitCharts));
        shots.add(new Shot("tickets behind a figure", "ada", behind(browser), page -> {}));
        shots.add(new Shot("jobs", "ada", "/reports/jobs.xhtml", page -> {}));
        shots.add(new Shot("execution", "ada", execution, page -> {}));
        shots.add(new Shot("outbox", "ada", "/admin/outbox.xhtml", page -> {}));
        shots.add(new Shot("mail", "ada", "/admin/mail.xhtml", page -> {}));
        shots.add(new Shot("rules", "ada", "/admin/rules.xhtml", page -> {}));
        shots.add(new Shot("macro", "ada", "/admin/macro.xhtml", page -> {}));
        shots.add(new Shot("webhooks", "ada", "/admin/webhooks.xhtml", page -> {}));
        shots.add(new Shot("routing", "ada", "/admin/routing.xhtml", page -> {}));
        shots.add(new Shot("agents and skills", "ada", "/admin/routing-agents.xhtml", page -> {}));
        shots.add(new Shot("load", "ada", "/admin/load.xhtml", page -> {}));
        shots.add(new Shot("absences", "ada", "/admin/absences.xhtml", page -> {}));
        shots.add(new Shot("call duty", "ada", "/admin/duty.xhtml", page -> {}));
        shots.add(new Shot("breaks", "tamar", "/agent/away.xhtml", page -> {}));
        shots.add(new Shot("calendars", "ada", "/admin/calendars.xhtml", page -> {}));
        shots.add(new Shot("calendar", "ada", "/admin/calendar.xhtml?id=100", page -> {}));
        shots.add(new Shot("policies", "ada", "/admin/policies.xhtml", page -> {}));
        shots.add(new Shot("policy", "ada", "/admin/policy.xhtml?id=1", page -> {}));
        shots.add(new Shot("board", "tamar", "/agent/board.xhtml", page -> {}));
        shots.add(new Shot("portal", "anna", "/portal/index.xhtml", page -> {}));
        shots.add(new Shot("request", "anna", request, page -> {}));
        shots.add(new Shot("new request", "anna", "/portal/new.xhtml", page -> {}));
        shots.add(new Shot("customer's profile", "anna", "/profile.xhtml", page -> {}));
        shots.add(new Shot("not found", "tamar", "/agent/nothing-here.xhtml", page -> {}));
    }

    private String behind(Browser browser) {
        try (Page page = at(browser, "ada", "light").newPage()) {
            page.navigate("/reports/index.xhtml");
            return page.locator("#key-figures a").first().getAttribute("href");
        }
    }

    /** A month of tickets and its reports, so that no page is empty that would not be in real life. */
    private static void play(Browser browser) {
        String token = Tokens.of("oskar@pilet.test", "jobs:read", "jobs:write");
        run(token, "demo-data", Map.of("count", "400", "days", "35", "seed", "7"));
        try (Page page = browser.open(1440, 900)) {
            ReportOperator operator = new ReportOperator(page, Installation.address());
            operator.signIn("ada@pilet.test");
            java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
            operator.start(today.minusDays(31).toString(), today.minusDays(1).toString(), false);
            operator.awaitState("COMPLETED");
        }
    }

    private static void run(String token, String job, Map<String, String> parameters) {
        long execution = RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(parameters)
                .post("/api/v1/jobs/" + job + "/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("executionId");
        await().atMost(Duration.ofMinutes(4)).until(() -> RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .get("/api/v1/jobs/executions/" + execution)
                .jsonPath()
                .getString("execution.state")
                .equals("COMPLETED"));
    }

    private void take(Browser browser, Shot shot, String language, String theme, int width) {
        try (Page page = at(browser, shot.who(), theme).newPage()) {
            page.setViewportSize(width, width > 700 ? 900 : 740);
            page.navigate(shot.path());
            if (shot.who() == null) {
                page.locator(".languages button[lang=" + language + "]").click();
            }
            shot.act().accept(page);
            if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
                tooWide.add(file(shot, language, theme, width));
            }
            growToContent(page, width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(file(shot, language, theme, width)))
                    .setFullPage(true));
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

    private void prefer(Browser browser, String language, String theme) {
        for (String who : EMAILS.keySet()) {
            BrowserContext visitor = at(browser, who, theme);
            for (Entry<String, String> choice :
                    Map.of("language", language, "theme", theme).entrySet()) {
                visitor.request()
                        .post(
                                "/preferences",
                                RequestOptions.create()
                                        .setHeader(
                                                "Origin", Installation.address().replaceAll("/$", ""))
                                        .setForm(FormData.create()
                                                .set(choice.getKey(), choice.getValue())
                                                .set("here", "/")));
            }
        }
    }

    private BrowserContext at(Browser browser, String who, String theme) {
        return visitors.computeIfAbsent(theme, t -> new HashMap<>())
                .computeIfAbsent(String.valueOf(who), name -> visitor(browser, who, theme));
    }

    private static BrowserContext visitor(Browser browser, String who, String theme) {
        BrowserContext context = browser.context(1440, 900);
        context.onPage(page -> page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)));
        if (who != null) {
            try (Page page = context.newPage()) {
                page.navigate("/sign-in.xhtml");
                page.fill("[id='signIn:email']", EMAILS.get(who));
                page.fill("[id='signIn:password']", "pilet-demo");
                page.click("[id='signIn:go']");
                page.waitForURL(address -> !address.contains("sign-in"));
            }
        }
        return context;
    }

    private static void compose(Page page, String mode) {
        page.click(".mode[data-mode=" + mode + "]");
        page.waitForSelector("#composer .ql-editor");
    }

    private static void choose(Page page) {
        for (int row = 0; row < 3; row++) {
            page.locator(".ticket-row").nth(row).hover();
            page.locator("[data-choose]").nth(row).check();
        }
    }

    private static void openPanel(Page page) {
        Locator button = page.locator(".panel-button");
        if (button.isVisible()) {
            button.click();
            page.locator("#panel").waitFor();
        }
    }

    private static void awaitCharts(Page page) {
        page.locator(".chart-box canvas")
                .last()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private static String file(Shot shot, String language, String theme, int width) {
        return shot.name().replaceAll("[^a-z]+", "-") + "-" + width + "-" + theme + "-" + language + ".png";
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
        for (Shot shot : shots) {
            html.append("<h2>").append(shot.name()).append("</h2><section>");
            for (int width : WIDTHS) {
                for (String theme : THEMES) {
                    for (String language : LANGUAGES) {
                        String file = file(shot, language, theme, width);
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
