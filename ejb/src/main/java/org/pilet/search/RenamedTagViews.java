package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.tickets.TagRenamed;

/** Kept views that ask for a tag ask for the one that it has become; and again for the old one when that is undone. */
@Dependent
class RenamedTagViews {

    /** What needs no quotes in a search. */
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_.-]+");

    @Inject
    private SavedViewStore store;

    void renamed(@Observes TagRenamed event) {
        if (event.undone()) {
            store.bringBackTag(event.changeId());
            return;
        }
        store.asking("tag:").forEach((id, text) -> {
            String after = rewritten(text, event.tag(), event.became());
            if (!after.equals(text)) {
                store.rewriteTag(event.changeId(), id, text, after);
            }
        });
    }

    /** Only the whole tag is meant, with quotes or without them. */
    static String rewritten(String search, String tag, String became) {
        String bare = BARE.matcher(tag).matches() ? "|" + Pattern.quote(tag) + "(?![^\\s,)])" : "";
        Pattern asked = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(tag:(?:(?:[^\\s\",]+|\"[^\"]*\"),)*?)(?:" + Pattern.quote("\"" + tag + "\"") + bare
                        + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String written = BARE.matcher(became).matches() ? became : "\"" + became + "\"";
        return asked.matcher(search).replaceAll("$1" + Matcher.quoteReplacement(written));
    }
}
