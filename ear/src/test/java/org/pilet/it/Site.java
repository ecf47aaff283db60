package org.pilet.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.it.Sights.Sight;

/** Visitors of the house who look at its {@link Sights}, all of them in the same language and theme. */
final class Site implements AutoCloseable {

    static final List<String> THEMES = List.of("light", "dark");

    private static final Map<String, String> EMAILS = Map.of(
            "tamar", "tamar@pilet.test",
            "ada", "ada@pilet.test",
            "anna", "anna@northwind.test");

    private final Browser browser;
    private final Map<String, Map<String, BrowserContext>> visitors = new HashMap<>();

    Site(Browser browser) {
        this.browser = browser;
    }

    /** Where the first link that is found on a page leads. */
    String link(String who, String path, String selector) {
        try (Page page = visitor(who, "light").newPage()) {
            page.navigate(path);
            return page.locator(selector).first().getAttribute("href");
        }
    }

    /** From now on everybody reads this language in this theme. */
    void prefer(String language, String theme) {
        for (String who : EMAILS.keySet()) {
            post(visitor(who, theme), language, theme);
        }
        post(visitor(null, theme), language, theme);
    }

    private static void post(BrowserContext visitor, String language, String theme) {
        visitor.request()
                .post(
                        "/preferences",
                        RequestOptions.create()
                                .setHeader("Origin", Installation.address().replaceAll("/$", ""))
                                .setForm(FormData.create()
                                        .set("language", language)
                                        .set("theme", theme)
                                        .set("here", "/")));
    }

    /** Goes there and does what is to be done; the caller closes the page. */
    Page open(Sight sight, String theme, int width, int height) {
        Page page = visitor(sight.who(), theme).newPage();
        page.setViewportSize(width, height);
        page.navigate(sight.path());
        sight.act().accept(page);
        return page;
    }

    private BrowserContext visitor(String who, String theme) {
        return visitors.computeIfAbsent(theme, t -> new HashMap<>())
                .computeIfAbsent(String.valueOf(who), name -> arrive(who, theme));
    }

    private BrowserContext arrive(String who, String theme) {
        BrowserContext context = browser.context(1440, 900);
        context.onPage(page -> page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)));
        if (who != null) {
            try (Page page = context.newPage()) {
                page.navigate("/sign-in.xhtml");
                Desks.signIn(page, EMAILS.get(who));
            }
        }
        return context;
    }

    /** Whether the page, or what scrolls within its frame, is wider than there is room. */
    static boolean scrollsSideways(Page page) {
        return (boolean)
                page.evaluate(
                        "() => document.documentElement.scrollWidth > innerWidth"
                                + " || Array.from(document.querySelectorAll('main, .panel')).some(box => box.scrollWidth > box.clientWidth)");
    }

    /** Everybody reads English again. */
    @Override
    public void close() {
        prefer("en", "light");
        visitors.values().forEach(each -> each.values().forEach(BrowserContext::close));
    }
}
