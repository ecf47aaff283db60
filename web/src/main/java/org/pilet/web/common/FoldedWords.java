package org.pilet.web.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a message repeats of earlier ones, and its signature, folded away but there: only at the end, since whoever answers
 * between the lines wants those lines read.
 */
final class FoldedWords {

    /** The header that some programs write above what they quote, in the languages people write here in. */
    private static final Pattern QUOTED_HEADER = Pattern.compile(
            "(?iu)^[\\s*]*(from|von|de|de la|saatja|feladó|от|от кого|از|فرستنده|lähettäjä)\\s*:.{1,300}?"
                    + "(sent|date|gesendet|datum|saadetud|kuupäev|küldve|dátum|отправлено|дата|trimis|data|تاریخ|lähetetty|subject|betreff|"
                    + "teema|tárgy|тема|subiect|موضوع)\\s*:.*");

    private static final Pattern RULE = Pattern.compile("(?iu)^\\s*(-{3,}.{0,40}-{3,}|_{10,})\\s*$");
    private static final Pattern ATTRIBUTION = Pattern.compile("^.{3,200}:\\s*$");
    private static final int LONGEST_SIGNATURE = 12;

    private FoldedWords() {}

    /** A plain text in its parts. */
    record Parts(String own, String signature, String quoted) {}

    static Parts of(String text) {
        List<String> lines = text.lines().toList();
        int quoted = quotedFrom(lines);
        int signature = signatureFrom(lines.subList(0, quoted));
        String own = join(lines, 0, signature);
        if (own.isBlank()) {
            return new Parts(text, "", "");
        }
        return new Parts(own, join(lines, signature, quoted), join(lines, quoted, lines.size()));
    }

    private static int quotedFrom(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String below = String.join(" ", lines.subList(i + 1, Math.min(lines.size(), i + 6)));
            if (RULE.matcher(lines.get(i)).matches()
                    && QUOTED_HEADER.matcher(below.strip()).matches()) {
                return i;
            }
        }
        int from = lines.size();
        while (from > 0
                && (lines.get(from - 1).startsWith(">") || lines.get(from - 1).isBlank())) {
            from--;
        }
        boolean any = lines.subList(from, lines.size()).stream().anyMatch(line -> line.startsWith(">"));
        if (!any) {
            return lines.size();
        }
        return from > 0 && ATTRIBUTION.matcher(lines.get(from - 1)).matches() ? from - 1 : from;
    }

    private static int signatureFrom(List<String> lines) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LONGEST_SIGNATURE); i--) {
            if (lines.get(i).stripTrailing().equals("--")) {
                return i;
            }
        }
        return lines.size();
    }

    private static String join(List<String> lines, int from, int to) {
        String words = String.join("\n", lines.subList(from, to)).stripTrailing();
        return words.replaceFirst("^\n+", "");
    }

    /** Wraps the quotation at the end of an HTML text into something that opens when asked. */
    static void fold(Document document, String label) {
        Element body = document.body();
        Element start = lastQuotation(body);
        if (start == null) {
            start = headed(body);
        }
        if (start == null || !speaksBefore(body, start)) {
            return;
        }
        List<Node> moved = new ArrayList<>();
        for (Node node = start; node != null; node = node.nextSibling()) {
            moved.add(node);
        }
        Element details = new Element("details").addClass("quoted");
        start.before(details);
        details.appendElement("summary").text(label);
        moved.forEach(details::appendChild);
    }

    private static Element lastQuotation(Element body) {
        Element last = null;
        for (Element quote : body.select("blockquote")) {
            boolean outer = quote.parents().stream()
                    .noneMatch(parent -> parent.normalName().equals("blockquote"));
            last = outer ? quote : last;
        }
        return last != null && !speaksAfter(last) ? last : null;
    }

    private static Element headed(Element body) {
        return body.select("p, div").stream()
                .filter(element -> element.select("p, div").size() == 1)
                .filter(element -> QUOTED_HEADER.matcher(element.text()).matches())
                .findFirst()
                .orElse(null);
    }

    private static boolean speaksAfter(Element quote) {
        for (Element at = quote; at != null && !at.normalName().equals("body"); at = at.parent()) {
            for (Node node = at.nextSibling(); node != null; node = node.nextSibling()) {
                boolean words = node instanceof TextNode text && !text.isBlank()
                        || node instanceof Element element && element.hasText();
                if (words) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean speaksBefore(Element body, Element quote) {
        String whole = body.text();
        int own = whole.length() - quote.text().length();
        return own > 0 && !whole.strip().startsWith(quote.text().strip());
    }
}
