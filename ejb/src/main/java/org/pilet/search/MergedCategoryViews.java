package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.catalog.CategoriesMerged;

/** Kept views that ask for a category ask for the one that it has become; and again for the old one when that is undone. */
@Dependent
class MergedCategoryViews {

    @Inject
    private SavedViewStore store;

    void merged(@Observes CategoriesMerged event) {
        if (event.undone()) {
            store.bringBack(event.mergeId());
            return;
        }
        String name = store.categoryName(event.fromId());
        store.asking("category:").forEach((id, text) -> {
            String after = rewritten(text, event.fromId(), name, event.intoId());
            if (!after.equals(text)) {
                store.rewrite(event.mergeId(), id, text, after);
            }
        });
    }

    /** Names may be written bare when they are one word; the whole name is meant, since a beginning may fit others too. */
    static String rewritten(String search, long fromId, String name, long intoId) {
        String quoted = Pattern.quote("\"" + name + "\"");
        String bare = name.contains(" ") ? "" : "|" + Pattern.quote(name) + "(?![^\\s,)])";
        Pattern asked = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(category:(?:[^\\s\",]+,)*?)(?:#" + fromId + "(?!\\d)|" + quoted + bare + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return asked.matcher(search).replaceAll("$1" + Matcher.quoteReplacement("#" + intoId));
    }
}
