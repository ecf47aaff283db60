package org.pilet.catalog;

import org.pilet.platform.Refusal;

/** The tree would no longer be one, or something still needs the category; the key says why. */
public class CategoryRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private CategoryRefused(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static CategoryRefused circle(String name) {
        return new CategoryRefused("refusal.category.circle", name);
    }

    static CategoryRefused isDefault(String queueNames) {
        return new CategoryRefused("refusal.category.isDefault", queueNames);
    }

    static CategoryRefused retired(String name) {
        return new CategoryRefused("refusal.category.retired", name);
    }

    static CategoryRefused undone() {
        return new CategoryRefused("refusal.category.undone");
    }

    static CategoryRefused tooOld(long days) {
        return new CategoryRefused("refusal.category.tooOld", days);
    }
}
