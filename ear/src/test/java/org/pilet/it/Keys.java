package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Hands that know only the keyboard, and count: pressing a key is one interaction, a run of typing is one, however long.
 * Looking is free.
 */
final class Keys {

    private static final int FARTHEST = 80;

    private final Page page;
    private int interactions;

    Keys(Page page) {
        this.page = page;
    }

    /** On a page that is all there: it hears keys only then. */
    Keys press(String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
        interactions++;
        return this;
    }

    /** Words as one types them, in one go. */
    Keys type(String words) {
        page.keyboard().type(words);
        interactions++;
        return this;
    }

    /** From control to control until that one has the focus; each Tab is an interaction. */
    Keys tabTo(String selector) {
        for (int i = 0; i < FARTHEST; i++) {
            if ((boolean) page.evaluate("selector => Boolean(document.activeElement?.matches(selector))", selector)) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /** Waits until the composer may be typed into. */
    Keys inEditor() {
        assertThat(see("#composer .ql-editor")).isFocused();
        return this;
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    Page page() {
        return page;
    }

    /** How many since this was asked last. */
    int count() {
        int done = interactions;
        interactions = 0;
        return done;
    }
}
