package org.pilet.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * A message's body in both forms, safe: HTML sanitised, text without markup and without NUL, which PostgreSQL refuses.
 * Images that were pasted as data URIs are taken out of the HTML, to be stored as inline attachments.
 *
 * @param html null when the author wrote plain text only
 * @param pasted the images taken out, in order
 */
record Words(String text, String html, List<PastedImage> pasted) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FEWEST_UNSAID = 4;

    static Words of(String text, String html) {
        if (html == null || html.isBlank()) {
            return new Words(clean(text), null, List.of());
        }
        Document document = Jsoup.parseBodyFragment(html.replace("\0", ""));
        List<PastedImage> pasted = PastedImage.takeOutOf(document);
        String safe = SafeHtml.of(document.body().html());
        String shown = textOf(document);
        return new Words(clean(isStub(text, shown) ? shown : text), safe, pasted);
    }

    /**
     * Whether the plain text does not say what the HTML, which readers are shown, says: programs write "see the HTML
     * version" there, or only its beginning. Search, rules and answers would not know the mail's words then.
     */
    private static boolean isStub(String text, String shown) {
        if (text == null || text.isBlank()) {
            return true;
        }
        Set<String> said = distinct(shown);
        int all = said.size();
        said.removeAll(distinct(text));
        return said.size() >= FEWEST_UNSAID && 2 * said.size() > all;
    }

    private static Set<String> distinct(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toCollection(HashSet::new));
    }

    boolean saysNothing() {
        return text.isBlank() && pasted.isEmpty() && (html == null || !html.contains("<img"));
    }

    private static String clean(String text) {
        return text == null
                ? ""
                : text.replace("\0", "")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip();
    }

    private static String textOf(Document document) {
        Document copy = document.clone();
        copy.outputSettings().prettyPrint(false);
        copy.select("style, script, head").remove();
        for (Element line : copy.select("br")) {
            line.after("\n");
        }
        for (Element block : copy.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote, pre")) {
            block.before("\n").after("\n");
        }
        String plain =
                Jsoup.clean(copy.body().html(), "", Safelist.none(), new Document.OutputSettings().prettyPrint(false));
        return org.jsoup.parser.Parser.unescapeEntities(plain, false)
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
