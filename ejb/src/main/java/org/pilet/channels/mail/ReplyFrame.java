package org.pilet.channels.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.channels.mail.mime.HtmlText;
import org.pilet.conversation.TemplateWords;

/**
 * What stands below an answer, filled in for it: signatures first, since they may name the agent and the queue, then the
 * words around them.
 */
final class ReplyFrame {

    /** What the words may name. */
    static final List<String> PLACES = List.of(
            "signature", "agent.signature", "queue.signature", "agent", "queue", "number", "subject", "name", "link");

    /** What a signature may name. */
    static final List<String> SIGNATURE_PLACES = List.of("agent", "queue", "number");

    private final String words;
    private final Map<String, String> values = new TreeMap<>();

    /** The values are for {@link #PLACES} but for {@code signature}, which is the agent's above the queue's. */
    ReplyFrame(String words, Map<String, String> given) {
        this.words = words;
        given.forEach((place, value) -> values.put(place, value == null ? "" : value.strip()));
        values.replaceAll((place, value) -> place.endsWith(".signature")
                ? TemplateWords.read(value).filled(values).strip()
                : value);
        values.put(
                "signature",
                Stream.of("agent.signature", "queue.signature")
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .filter(lines -> !lines.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    String text() {
        return TemplateWords.read(words).filled(values).replace("\r\n", "\n").strip();
    }

    /** The same as HTML; nothing in the values can become markup, and the link shows without what proves who clicks. */
    String html() {
        String text = text();
        if (text.isEmpty()) {
            return "";
        }
        String html = HtmlText.toHtml(text);
        String link = values.getOrDefault("link", "");
        if (!link.isEmpty()) {
            String written = escaped(link);
            html = html.replace(
                    written, "<a href=\"" + written + "\">" + escaped(link.replaceFirst("\\?.*", "")) + "</a>");
        }
        return "<div style=\"color:#566072;font-size:13px\">" + html + "</div>";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
