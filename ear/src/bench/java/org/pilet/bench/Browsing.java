package org.pilet.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** An agent's Chromium: how long a page takes till it can be used, and what goes over the wire for it. */
final class Browsing implements AutoCloseable {

    private static final List<Path> CHROMIUMS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /**
     * Has the page itself take the time from the press on "send" till these words are drawn in the thread: Playwright would
     * look for them only now and then, after 270 and after 770 milliseconds.
     */
    private static final String WATCH = "words => { let pressed = 0;"
            + " document.addEventListener('click', event => { if (event.target.closest('[id=\"composer:send\"]')) pressed ="
            + " performance.now(); }, { capture: true, once: true });"
            + " window.benchShown = new Promise(shown => { const watch = new MutationObserver(() => {"
            + " if (!document.getElementById('thread')?.textContent.includes(words)) return; watch.disconnect();"
            + " requestAnimationFrame(() => setTimeout(() => shown(performance.now() - pressed))); });"
            + " watch.observe(document.body, { childList: true, subtree: true, characterData: true }); }); }";

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final BrowserContext agent;

    /** Of one page's load: the milliseconds till all of it is there and its scripts have run, and the bytes it took. */
    record Visit(double millis, long bytes) {}

    Browsing(String address) {
        this.address = address.replaceAll("/$", "");
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
        var installed = CHROMIUMS.stream().filter(Files::isExecutable).findFirst();
        installed.ifPresent(options::setExecutablePath);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        browser = playwright.chromium().launch(options);
        agent = signedIn();
    }

    /** Opens these addresses one after the other in one tab, as long as it takes to have seen {@code rounds}. */
    Timing.Times pages(int warming, int rounds, List<String> paths) {
        try (Page page = agent.newPage()) {
            Iterator<String> next =
                    Stream.generate(paths::stream).flatMap(each -> each).iterator();
            List<Double> millis = new ArrayList<>();
            for (int round = -warming; round < rounds; round++) {
                double took = load(page, next.next());
                if (round >= 0) {
                    millis.add(took);
                }
            }
            return Timing.Times.of(millis);
        }
    }

    /** From the press on "send" till the reply is drawn in the thread. */
    Timing.Times replies(int warming, int rounds, List<String> numbers) {
        try (Page page = agent.newPage()) {
            List<Double> millis = new ArrayList<>();
            for (int round = -warming; round < rounds; round++) {
                load(page, "/agent/ticket.xhtml?number=" + numbers.get(round + warming));
                page.locator("#composer .mode[data-mode=PUBLIC]").click();
                page.locator("#composer .ql-editor").click();
                String words = "We look into it, number " + (round + warming);
                page.keyboard().insertText(words);
                page.evaluate(WATCH, words);
                page.locator("[id='composer:send']").click();
                double took = ((Number) page.evaluate("() => window.benchShown")).doubleValue();
                if (round >= 0) {
                    millis.add(took);
                }
            }
            return Timing.Times.of(millis);
        }
    }

    /** What a browser loads that has never been here, and then what it loads of the same page again. */
    List<Visit> coldAndWarm(String path) {
        try (BrowserContext fresh = signedIn();
                Page page = fresh.newPage()) {
            AtomicLong bytes = new AtomicLong();
            CDPSession wire = fresh.newCDPSession(page);
            wire.send("Network.enable");
            wire.send("Network.clearBrowserCache");
            wire.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            List<Visit> visits = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                bytes.set(0);
                double millis = load(page, path);
                page.waitForTimeout(500); // fonts and news may come behind
                visits.add(new Visit(millis, bytes.get()));
            }
            return visits;
        }
    }

    private double load(Page page, String path) {
        page.navigate(address + path);
        page.waitForFunction("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
        return ((Number) page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")).doubleValue();
    }

    private BrowserContext signedIn() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        try (Page page = context.newPage()) {
            page.navigate(address + "/sign-in.xhtml");
            page.locator("[id='signIn:email']").fill(DeskBench.AGENT);
            page.locator("[id='signIn:password']").fill("pilet-demo");
            page.locator("[id='signIn:go']").click();
            page.waitForURL(url -> !url.contains("sign-in"));
        }
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
