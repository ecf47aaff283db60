package org.pilet.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.server.CannotStart;

/**
 * Visitors of a Chromium without a window: the one of this machine, or else one that Playwright fetches. It is started for
 * the first test that wants it and serves all that follow; closing what {@link #start} gave sends its visitors home.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** How long a gesture or an assertion on a page waits: long enough for a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final List<BrowserContext> visitors = new ArrayList<>();

    private Browser() {}

    public static Browser start() {
        if (chromium == null) {
            launch();
        }
        return new Browser();
    }

    private static void launch() {
        var installed = installed();
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
        installed.ifPresent(options::setExecutablePath);
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment(installed)));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            chromium = playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            shut();
            throw new CannotStart(
                    "The browser tests need Chromium: install it (Debian, Ubuntu: apt-get install chromium),"
                            + " or let this machine reach the internet so that Playwright can fetch its own.",
                    e);
        }
    }

    /** Ends it with the run. */
    static void shut() {
        if (playwright != null) {
            playwright.close(); // and with it what it has launched
            playwright = null;
            chromium = null;
        }
    }

    /** A page that shares nothing with other pages: no cookies, no cache. */
    public Page open(int width, int height) {
        return context(width, height).newPage();
    }

    /** A visitor of their own, who can open several pages. */
    public BrowserContext context(int width, int height) {
        return context(width, height, Installation.address());
    }

    /** A visitor of another server than the shared one. */
    public BrowserContext context(int width, int height, String address) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setTimezoneId("Europe/Berlin")
                .setLocale("en-GB"));
        visitor.setDefaultTimeout(PATIENCE.toMillis());
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }

    private static Map<String, String> environment(Optional<Path> installed) {
        return installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    private static Optional<Path> installed() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
