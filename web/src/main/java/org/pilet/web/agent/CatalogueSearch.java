package org.pilet.web.agent;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.pilet.conversation.CannedResponseView;

/** Words that somebody looks for among ready-made texts, in any language; accents and case do not matter. */
record CatalogueSearch(String typed) {

    /** Whether each of them stands somewhere in its name, shortcut, folder or text. */
    boolean finds(CannedResponseView response) {
        String all = plain(String.join(
                " ",
                response.title(),
                response.shortcut(),
                String.valueOf(response.folder()),
                Jsoup.parseBodyFragment(String.join(" ", response.texts().values()))
                        .text()));
        return typed == null || Stream.of(plain(typed).strip().split("\\s+")).allMatch(all::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
