package org.pilet.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every page of the house as somebody sees it who may, and what opens on it. {@link #unseen} names the pages that nobody
 * has put here.
 */
final class Sights {

    private static final Path PAGES = Path.of("../web/src/main/webapp");

    /** These are parts that other pages fetch, or need a link from a mail that works once. */
    private static final Set<String> NO_PLACE = Set.of("/agent/preview.xhtml", "/portal/open/password.xhtml");

    /** A page as somebody sees it, after something was done on it; nobody is a stranger. */
    record Sight(String name, String who, String path, Consumer<Page> act) {}

    private Sights() {}

    /** All pages, once {@link FilledHouse} has filled them. */
    static List<Sight> all(Site site) throws SQLException {
        List<Sight> sights = new ArrayList<>(quick(
                Rows.text("select t.number from ticket t join queue q on q.id = t.queue_id where q.name = 'Support' and"
                        + " t.status = 'OPEN' and (select count(*) from message m where m.ticket_id = t.id) >= 3 order by"
                        + " t.created_at desc limit 1"),
                Rows.text("select t.number from ticket t join person p on p.id = t.requester_id where p.email ="
                        + " 'anna@northwind.test' and (select count(*) from message m where m.ticket_id = t.id) >= 2 order"
                        + " by t.created_at desc limit 1")));
        String execution = Rows.text("select max(jobexecutionid)::text from public.job_execution e join"
                + " public.job_instance i using (jobinstanceid) where i.jobname = 'nightly-report'");
        String mail = Rows.text("select max(id)::text from inbound_mail");
        String response = Rows.text("select min(id)::text from canned_response");
        look(sights, "reports", "ada", "/reports/index.xhtml", Sights::awaitCharts);
        look(sights, "tickets behind a figure", "ada", site.link("ada", "/reports/index.xhtml", "#key-figures a"));
        look(sights, "execution", "ada", "/reports/execution.xhtml?id=" + execution);
        look(
                sights,
                "one busy rule",
                "ada",
                "/admin/rule.xhtml?id="
                        + Rows.text("select max(id)::text from automation_rule where name = ?", FilledHouse.BUSY_RULE));
        look(sights, "reports, printed", "ada", "/reports/index.xhtml", page -> {
            awaitCharts(page);
            print(page);
        });
        look(sights, "how a mail was read", "ada", "/admin/mail-reading.xhtml?mail=" + mail);
        look(sights, "one ready-made answer", "tamar", "/agent/responses.xhtml?id=" + response);
        return sights;
    }

    /** Those that need no month of tickets; a ticket that Tamar works and a request of Anna's are enough. */
    static List<Sight> quick(String ticket, String request) throws SQLException {
        String desk = Desks.path(ticket);
        String mailbox = Rows.text("select min(id)::text from mailbox");
        List<Sight> sights = new ArrayList<>();
        look(sights, "sign-in", null, "/sign-in.xhtml");
        look(sights, "register", null, "/portal/open/register.xhtml");
        look(sights, "forgotten password", null, "/portal/open/forgotten.xhtml");
        look(sights, "used link", null, "/portal/open/link.xhtml");
        look(sights, "mails switched off", null, "/portal/open/unsubscribe.xhtml");
        look(sights, "work list", "tamar", "/agent/index.xhtml?view=ALL_OPEN");
        look(sights, "work list, nothing found", "tamar", "/agent/index.xhtml?view=ALL&q=xyzzyq");
        look(sights, "work list, misunderstood", "tamar", "/agent/index.xhtml?view=ALL&q=status:broken");
        look(
                sights,
                "search",
                "tamar",
                "/agent/index.xhtml?view=ALL&group=STATUS&q=printer&columns=NUMBER,STATUS,QUEUE,OWNER,CREATED");
        look(sights, "search builder", "tamar", "/agent/index.xhtml", page -> page.click("[data-open-dialog=builder]"));
        look(sights, "several chosen", "tamar", "/agent/index.xhtml?view=ALL_OPEN", Sights::choose);
        look(sights, "preview", "ada", "/agent/index.xhtml?view=ALL_OPEN", Sights::preview);
        look(sights, "keyboard", "tamar", "/agent/index.xhtml", page -> page.keyboard()
                .press("?"));
        look(sights, "own keys", "tamar", "/agent/index.xhtml", page -> {
            page.keyboard().press("?");
            page.click("[data-change-keys]");
        });
        look(sights, "palette", "tamar", "/agent/index.xhtml", page -> page.keyboard()
                .press("Control+k"));
        look(sights, "own menu", "tamar", "/agent/index.xhtml", page -> page.click(".user-menu summary"));
        look(sights, "dashboard", "tamar", "/agent/dashboard.xhtml");
        look(sights, "dashboard, arranging", "tamar", "/agent/dashboard.xhtml?arrange=true");
        look(sights, "my tasks", "tamar", "/agent/tasks.xhtml");
        String customer = Rows.text("select id::text from person where email = 'anna@northwind.test'");
        look(sights, "customer", "tamar", "/agent/customer.xhtml?id=" + customer);
        look(sights, "customer, words", "tamar", "/agent/customer.xhtml?everybody=true&shown=WORDS&id=" + customer);
        look(sights, "assets", "tamar", "/agent/assets.xhtml");
        look(sights, "new asset", "tamar", "/agent/asset.xhtml");
        look(sights, "news", "tamar", "/agent/news.xhtml");
        look(sights, "ticket", "tamar", desk);
        look(sights, "ticket, reply", "tamar", desk, page -> compose(page, "PUBLIC"));
        look(sights, "ticket, note", "tamar", desk, page -> compose(page, "INTERNAL"));
        look(sights, "ticket, forward", "tamar", desk, page -> compose(page, "FORWARD"));
        look(sights, "ticket, call", "tamar", desk, page -> compose(page, "CALL"));
        look(sights, "ticket, review", "tamar", desk, page -> {
            compose(page, "PUBLIC");
            page.click("[data-review]");
        });
        look(sights, "ticket, panel", "tamar", desk, Sights::openPanel);
        look(sights, "ticket, handed on", "tamar", desk, page -> page.click("[data-transfer]"));
        look(sights, "ticket, more", "tamar", desk, page -> page.click(".ticket-more summary"));
        look(sights, "ticket, printed", "tamar", desk, Sights::print);
        look(
                sights,
                "blacking out",
                "tamar",
                "/agent/redact.xhtml?message="
                        + Rows.text(
                                "select min(m.id)::text from message m join ticket t on t.id = m.ticket_id where t.number = ?",
                                ticket));
        look(sights, "ready-made words", "tamar", "/agent/responses.xhtml?new=true");
        look(sights, "new ticket", "tamar", "/agent/new.xhtml");
        look(sights, "breaks", "tamar", "/agent/away.xhtml");
        look(sights, "board", "tamar", "/agent/board.xhtml");
        look(sights, "agent's profile", "tamar", "/profile.xhtml");
        look(sights, "trends", "tamar", "/reports/trends.xhtml?of=TAG&days=90");
        look(sights, "no reports yet", "ada", "/reports/index.xhtml");
        look(sights, "figure without tickets", "ada", "/reports/tickets.xhtml");
        look(sights, "jobs", "ada", "/reports/jobs.xhtml");
        for (String page : List.of(
                "outbox",
                "mail",
                "mail-templates",
                "mail-keys",
                "queue-mail",
                "bench",
                "rules",
                "rule",
                "rule-runs",
                "macros",
                "macro",
                "webhooks",
                "webhook",
                "routing",
                "routing-agents",
                "load",
                "absences",
                "duty",
                "tags",
                "categories",
                "queues",
                "views",
                "desk-rules",
                "checklists",
                "priorities",
                "calendars",
                "calendar",
                "policies",
                "policy",
                "mailbox")) {
            look(sights, page, "ada", "/admin/" + page + ".xhtml");
        }
        look(sights, "outbox, waiting", "ada", "/admin/outbox.xhtml?state=WAITING");
        look(sights, "mail, held", "ada", "/admin/mail.xhtml?state=QUARANTINED");
        look(sights, "one mail text", "ada", "/admin/mail-templates.xhtml?language=fa");
        look(
                sights,
                "mail of one queue",
                "ada",
                "/admin/queue-mail.xhtml?language=ru&queue=" + Rows.text("select min(id)::text from queue"));
        look(sights, "one mailbox", "ada", "/admin/mailbox.xhtml?id=" + mailbox);
        look(sights, "one mailbox, out of reach", "ada", "/admin/mailbox.xhtml?id=" + mailbox, page -> {
            page.fill("[id='mailbox:port']", "9"); // nobody listens there
            page.click("[id='mailbox:check']");
            page.waitForSelector("#mailbox\\:outcome .message");
        });
        look(
                sights,
                "one rule",
                "ada",
                "/admin/rule.xhtml?id=" + Rows.text("select min(id)::text from automation_rule"));
        look(sights, "one calendar", "ada", "/admin/calendar.xhtml?id=1");
        look(sights, "one policy", "ada", "/admin/policy.xhtml?id=1");
        look(sights, "portal", "anna", "/portal/index.xhtml");
        look(sights, "portal, nothing found", "anna", "/portal/index.xhtml?q=xyzzyq");
        look(sights, "request", "anna", "/portal/request.xhtml?number=" + request);
        look(sights, "new request", "anna", "/portal/new.xhtml");
        look(sights, "customer's profile", "anna", "/profile.xhtml");
        look(sights, "not found", "tamar", "/agent/nothing-here.xhtml");
        look(sights, "fault", "tamar", "/error.xhtml?incident=");
        return sights;
    }

    private static void look(List<Sight> sights, String name, String who, String path) {
        look(sights, name, who, path, page -> {});
    }

    private static void look(List<Sight> sights, String name, String who, String path, Consumer<Page> act) {
        sights.add(new Sight(name, who, path, act));
    }

    /** The pages that are in the application but not among these. */
    static Set<String> unseen(List<Sight> sights) throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.map(file -> "/" + PAGES.relativize(file))
                    .filter(page -> page.endsWith(".xhtml"))
                    .filter(page -> !page.startsWith("/WEB-INF/") && !page.startsWith("/resources/"))
                    .forEach(pages::add);
        }
        pages.removeAll(NO_PLACE);
        sights.forEach(sight -> pages.remove(sight.path().replaceAll("\\?.*", "")));
        return pages;
    }

    private static void compose(Page page, String mode) {
        page.click(".mode[data-mode=" + mode + "]");
        page.waitForSelector("#composer .ql-editor");
    }

    private static void choose(Page page) {
        for (int row = 0; row < Math.min(3, page.locator(".ticket-row").count()); row++) {
            page.locator(".ticket-row").nth(row).hover();
            page.locator("[data-choose]").nth(row).check();
        }
    }

    /** On a small screen there is no room for it. */
    private static void preview(Page page) {
        if (page.locator("#preview").count() == 0) { // it is kept in the profile
            page.keyboard().press("v");
        }
        if (page.viewportSize().width > 1000) {
            page.locator("#preview .preview-ticket").waitFor();
        }
    }

    private static void print(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
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
}
