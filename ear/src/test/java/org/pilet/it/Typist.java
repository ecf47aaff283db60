package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who writes a note on one ticket while everything around them breaks, and looks after each blow whether their
 * words are there again, on the page they were on. What a blow to the browser may cost is what was typed last; nothing
 * else may cost a letter, and no page may answer a visit with an error.
 */
final class Typist implements AutoCloseable {

    private final Browser browser;
    private final String address;
    private final String email;
    private final String number;
    private final List<Word> words = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private BrowserContext context;
    private Page page;
    private int typed;
    private Duration lost = Duration.ZERO;

    /** Where a word ends in the text, and when its last letter had been typed. */
    private record Word(int end, long at) {}

    Typist(Browser browser, String address, String email, String number) {
        this.browser = browser;
        this.address = address;
        this.email = email;
        this.number = number;
        open();
    }

    /** Signs in with a browser that has never been here, and opens the ticket. */
    private void open() {
        context = browser.context(1440, 900, address);
        try (Page first = context.newPage()) {
            first.navigate("/sign-in.xhtml");
            Desks.signIn(first, email);
        }
        show();
    }

    private void show() {
        page = context.newPage();
        page.onResponse(answer -> {
            if (answer.request().isNavigationRequest() && answer.status() >= 400) {
                errors.add(answer.status() + " " + answer.url());
            }
        });
        page.navigate(Desks.path(number));
        page.locator("#composer .mode[data-mode=INTERNAL]").waitFor();
    }

    /** Goes on writing where the text ends. */
    void type(int many) {
        page.locator("#composer .mode[data-mode=INTERNAL]").click();
        editor().click();
        page.keyboard().press("Control+End");
        for (int i = 0; i < many; i++) {
            String word = (text.isEmpty() ? "" : " ") + "word" + typed++;
            page.keyboard().type(word);
            text.append(word);
            words.add(new Word(text.length(), System.nanoTime()));
        }
    }

    /** Writes, and waits until the server has taken the last word. */
    void typeAndSave(int many) {
        String last = "word" + (typed + many - 1);
        page.waitForResponse(
                answer -> answer.url().endsWith("/drafts")
                        && answer.ok()
                        && answer.request().postData().contains(last + "<"),
                () -> type(many));
    }

    /** The session ends in the middle of the writing. */
    void loseSession() {
        type(1);
        context.clearCookies();
        type(1);
        signInAgain();
    }

    /** The page says that its person is signed out, without being left; they sign in and are back on it. */
    void signInAgain() {
        assertThat(page.locator("#composer .signed-out")).isVisible();
        page.locator("#composer [data-sign-in]").click();
        Desks.signIn(page, email);
        expectAll();
    }

    /** As {@link #signInAgain}, for somebody who presses a button before they have seen it. */
    void pressAndSignInAgain() {
        page.locator("[id='composer:note']").click();
        page.waitForURL("**/sign-in*");
        Desks.signIn(page, email);
        expectAll();
    }

    /** The server no longer knows the page that a button of it is pressed on. */
    void expireView() {
        type(1);
        page.evaluate("document.body.dataset.stale = true");
        // changed on its way: news that come before it would tell the page of a view that is known
        page.route(url -> url.contains("/agent/ticket"), Typist::sendOfUnknownView);
        page.locator("[id='composer:note']").click();
        assertThat(page.locator("body[data-stale]")).hasCount(0);
        page.unrouteAll();
        page.waitForLoadState();
        expectAll();
    }

    private static void sendOfUnknownView(Route route) {
        String posted = route.request().postData();
        if (posted != null && posted.contains("composer%3Anote=")) {
            route.resume(new Route.ResumeOptions()
                    .setPostData(
                            posted.replaceAll("jakarta\\.faces\\.ViewState=[^&]*", "jakarta.faces.ViewState=-1%3A-1")));
        } else {
            route.resume();
        }
    }

    /** The tab dies without a word; the browser is still there with what it keeps for its pages. */
    void crashTab() {
        long at = die();
        show();
        expectAllBut(at);
    }

    /** The browser dies with all it kept: what the server has is all there is. */
    void crashBrowser() {
        long at = die();
        context.close();
        open();
        expectAllBut(at);
    }

    private long die() {
        long at = System.nanoTime();
        try {
            page.navigate("chrome://crash"); // ends the page's process at once: no event tells the page
        } catch (PlaywrightException crashed) {
            assertThat(crashed).hasMessageContaining("crash");
        }
        return at;
    }

    /** All that was typed stands in the composer of the same ticket. */
    void expectAll() {
        assertThat(page.locator("#facts .number")).hasText("#" + number);
        assertThat(editor()).hasText(text.toString());
        assertThat(errors).isEmpty();
    }

    /** What stands there is the beginning of what was typed; how old the first missing word was counts as lost. */
    private void expectAllBut(long blow) {
        assertThat(page.locator("#facts .number")).hasText("#" + number);
        assertThat(errors).isEmpty();
        String found = editor().textContent().replace('\u00a0', ' ');
        assertThat(text.toString()).startsWith(found);
        words.stream()
                .filter(word -> word.end() > found.length())
                .findFirst()
                .map(word -> Duration.ofNanos(blow - word.at()))
                .filter(older -> older.compareTo(lost) > 0)
                .ifPresent(older -> lost = older);
        text.setLength(found.length());
        words.removeIf(word -> word.end() > found.length());
    }

    /** The age of the oldest word that any blow has cost, when the blow came. */
    Duration lost() {
        return lost;
    }

    private Locator editor() {
        return page.locator("#composer .ql-editor");
    }

    @Override
    public void close() {
        context.close();
    }
}
