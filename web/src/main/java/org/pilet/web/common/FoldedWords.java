package org.pilet.web.common;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.pilet.conversation.OwnWords;

/**
 * What an HTML message repeats of earlier ones folded away but there: only at the end, since whoever answers between the
 * lines wants those lines read.
 */
final class FoldedWords {

    /** How the room of conversations names what mail programs mark as quotation. */
    private static final String MARKED = ".mail-quote";

    private static final String FORWARDED =
            "(?iu)^[-\\s]*(forwarded|begin forwarded|weitergeleitet|edastatud|mesaj redirec|"
                    + "továbbított|пересыл|message transf).*";

    private FoldedWords() {}

    /** Wraps the quotation at the end of an HTML text into something that opens when asked. */
    static void fold(Document document, String label) {
        Element body = document.body();
        Element start = start(body);
        if (start != null) {
            wrap(withAnnouncement(start), label);
        }
        document.select(MARKED).removeAttr("class");
    }

    private static Element start(Element body) {
        Element marked = body.select(MARKED).stream()
                .filter(element -> element.parents().stream().noneMatch(parent -> parent.is(MARKED)))
                .filter(element -> !element.text().matches(FORWARDED))
                .findFirst()
                .orElse(null);
        boolean holds = marked != null && (marked.hasText() || speaksAfter(marked));
        if (holds && folds(body, marked) && (followsOn(marked) || !speaksAfter(marked))) {
            return marked;
        }
        Element headed = headed(body);
        if (headed != null && folds(body, headed)) {
            return headed;
        }
        Element last = lastQuotation(body);
        return last != null && folds(body, last) ? last : null;
    }

    /** Whether the mark stands above an older message rather than around it. */
    private static boolean followsOn(Element marked) {
        return !marked.hasText()
                || OwnWords.headsQuotation(marked.text())
                || OwnWords.announcesQuotation(marked.text());
    }

    private static void wrap(Node start, String label) {
        List<Node> moved = new ArrayList<>();
        for (Node node = start; node != null; node = node.nextSibling()) {
            moved.add(node);
        }
        Element details = new Element("details").addClass("quoted");
        start.before(details);
        details.appendElement("summary").text(label);
        moved.forEach(details::appendChild);
    }

    /** The line that announces a quotation, or the rule above it, goes with it. */
    private static Node withAnnouncement(Element start) {
        Node first = start;
        for (Node before = start.previousSibling(); before != null; before = before.previousSibling()) {
            boolean blank = before instanceof TextNode text ? text.isBlank() : blank(before);
            boolean announces = before instanceof Element element && OwnWords.announcesQuotation(element.text())
                    || before instanceof TextNode text && OwnWords.announcesQuotation(text.text());
            if (announces || before instanceof Element rule && rule.normalName().equals("hr")) {
                first = before;
                break;
            }
            if (!blank) {
                break;
            }
        }
        return first;
    }

    private static boolean blank(Node node) {
        return !(node instanceof Element element)
                || (!element.hasText()
                        && element.select("img").isEmpty()
                        && !element.normalName().equals("hr"));
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

    /** The paragraph with the older message's header, or the box around it that begins with it. */
    private static Element headed(Element body) {
        Element found = body.select("p, div, font, span, td").stream()
                .filter(element -> element.select("p, div, td").size() <= 1)
                .filter(element -> OwnWords.headsQuotation(element.text()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        String words = found.text();
        while (found.parent() != null
                && !found.parent().normalName().equals("body")
                && found.parent().text().startsWith(words)) {
            found = found.parent();
        }
        return found;
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

    /** Whether somebody says something before it. */
    private static boolean folds(Element body, Element quotation) {
        Node start = withAnnouncement(quotation);
        StringBuilder before = new StringBuilder();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node.equals(start)) { // nodes are equal to themselves only
                        return org.jsoup.select.NodeFilter.FilterResult.STOP;
                    }
                    if (node instanceof TextNode text) {
                        before.append(text.text());
                    }
                    return org.jsoup.select.NodeFilter.FilterResult.CONTINUE;
                },
                body);
        return !before.toString().isBlank();
    }
}
