package org.pilet.channels.mail.mime;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The plain text a person would type for an HTML text: paragraphs, list marks, quote marks, link targets kept. */
public final class HtmlText {

    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript", "o:p");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre", "hr", "dl");
    private static final Set<String> LINES =
            Set.of("div", "li", "tr", "br", "section", "article", "header", "footer", "dt", "dd", "address", "caption");

    private static final Pattern HIDDEN =
            Pattern.compile("(?i)display\\s*:\\s*none|max-height\\s*:\\s*0(?:px)?\\s*(?:;|!|$)");

    private HtmlText() {}

    /** The text of the HTML, without trailing blanks and with no more than one empty line in a row. */
    public static String of(String html) {
        Writer writer = new Writer();
        Jsoup.parse(html).traverse(writer);
        return writer.text();
    }

    /** The HTML of a plain text: escaped, lines kept. */
    public static String toHtml(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>\n");
        return "<div>" + escaped + "</div>";
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private int silent;
        private int quotes;
        private int preformatted;
        private int newlines = 2;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && silent == 0) {
                write(preformatted > 0 ? words.getWholeText() : collapsed(words.getWholeText()));
            } else if (node instanceof Element element) {
                open(element, element.normalName());
            }
        }

        private void open(Element element, String name) {
            if (silent(element, name)) {
                silent++;
            } else if (name.equals("blockquote")) {
                breakLines(2);
                quotes++;
            } else if (name.equals("pre")) {
                breakLines(2);
                preformatted++;
            } else if (name.equals("br")) {
                newLine();
            } else if (PARAGRAPHS.contains(name)) {
                breakLines(name.equals("ul") || name.equals("ol") ? 1 : 2);
            } else if (LINES.contains(name)) {
                breakLines(1);
                if (name.equals("li")) {
                    write(mark(element));
                }
            } else if (name.equals("td") || name.equals("th")) {
                if (newlines == 0) {
                    write(" ");
                }
            } else if (name.equals("img") && silent == 0 && !element.attr("alt").isBlank()) {
                write("[" + element.attr("alt").strip() + "]");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            if (silent(element, name)) {
                silent--;
            } else if (name.equals("blockquote")) {
                breakLines(1);
                quotes--;
                breakLines(2);
            } else if (name.equals("pre")) {
                preformatted--;
                breakLines(2);
            } else if (name.equals("a") && silent == 0) {
                target(element);
            } else if (PARAGRAPHS.contains(name)) {
                breakLines(name.equals("ul") || name.equals("ol") ? 1 : 2);
            } else if (LINES.contains(name) && !name.equals("br")) {
                breakLines(1);
            }
        }

        /** Markup, and words that mail programs show in their lists of mails only. */
        private static boolean silent(Element element, String name) {
            return SILENT.contains(name)
                    || element.hasAttr("hidden")
                    || HIDDEN.matcher(element.attr("style")).find();
        }

        private void target(Element link) {
            String href = link.attr("href").strip();
            boolean web = href.startsWith("http://") || href.startsWith("https://");
            if (web && !link.text().contains(href) && !href.contains(link.text().strip())) {
                write(" <" + href + ">");
            }
        }

        private static String mark(Element item) {
            Element list = item.parent();
            if (list == null || !list.normalName().equals("ol")) {
                return "- ";
            }
            String start = list.attr("start").strip();
            int first = start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
            return (first + item.elementSiblingIndex()) + ". ";
        }

        private static String collapsed(String words) {
            return words.replaceAll("[ \\t\\r\\n\\f]+", " ");
        }

        private void write(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == '\n') {
                    newLine();
                } else if (!(c == ' ' && newlines > 0 && preformatted == 0) && c != '\r') {
                    startLine();
                    out.append(c == '\u00A0' ? ' ' : c);
                }
            }
        }

        private void startLine() {
            if (newlines > 0 && quotes > 0) {
                out.append("> ".repeat(Math.min(quotes, 20)));
            }
            newlines = 0;
        }

        private void newLine() {
            if (newlines < 2 && !out.isEmpty()) {
                out.append('\n');
                newlines++;
            }
        }

        private void breakLines(int wanted) {
            while (silent == 0 && newlines < wanted && !out.isEmpty()) {
                newLine();
            }
        }

        private String text() {
            return out.toString()
                    .lines()
                    .map(String::stripTrailing)
                    .collect(Collectors.joining("\n"))
                    .strip();
        }
    }
}
