package org.pilet.conversation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Words to be made unreadable wherever they stand, whatever their case, and also where they are broken over lines of a
 * quotation or over pieces of markup. The bar that stands there afterwards does not tell how long they were.
 */
class Blackening {

    static final String BAR = "█████";

    private static final String GAP = "[\\s\\u00a0>]+";

    private final Pattern pattern;

    Blackening(String words) {
        pattern = Pattern.compile(
                Stream.of(words.strip().split("[\\s\\u00a0]+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(GAP)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean hits(String text) {
        return text != null && pattern.matcher(text).find();
    }

    /** Of plain text; null stays null. */
    String text(String text) {
        return text == null ? null : pattern.matcher(text).replaceAll(BAR);
    }

    /** Of a JSON object's texts; the same where they stand in none. */
    String json(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            JsonObjectBuilder black = Json.createObjectBuilder();
            object.forEach((name, value) -> black.add(name, json(value)));
            JsonObject after = black.build();
            return after.equals(object) ? json : after.toString();
        }
    }

    private JsonValue json(JsonValue value) {
        return value instanceof JsonString written ? Json.createValue(text(written.getString())) : value;
    }

    /** Of markup. Null where they stand in it so that they cannot be taken out: the plain text is shown then. */
    String html(String html) {
        if (html == null) {
            return null;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        boolean inAttributes = blackenAttributes(document.body());
        boolean inText = blackenText(document.body());
        if (hits(document.body().text()) || hits(document.body().wholeText())) {
            return null;
        }
        return inAttributes || inText ? document.body().html() : html;
    }

    private boolean blackenAttributes(Element body) {
        boolean any = false;
        for (Element element : body.getAllElements()) {
            List<String> hit = element.attributes().asList().stream()
                    .filter(attribute -> hits(attribute.getValue()))
                    .map(Attribute::getKey)
                    .toList();
            hit.forEach(element::removeAttr);
            any |= !hit.isEmpty();
        }
        return any;
    }

    private boolean blackenText(Element body) {
        List<TextNode> nodes = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                nodes.add(text);
            }
        });
        String all = nodes.stream().map(TextNode::getWholeText).collect(Collectors.joining());
        Matcher matcher = pattern.matcher(all);
        List<int[]> hits = new ArrayList<>();
        while (matcher.find()) {
            hits.add(new int[] {matcher.start(), matcher.end()});
        }
        int begin = 0;
        for (TextNode node : nodes) {
            String text = node.getWholeText();
            blacken(node, text, begin, hits);
            begin += text.length();
        }
        return !hits.isEmpty();
    }

    private static void blacken(TextNode node, String text, int begin, List<int[]> hits) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (int[] hit : hits) {
            int from = Math.max(hit[0] - begin, 0);
            int to = Math.min(hit[1] - begin, text.length());
            if (from < to) {
                kept.append(text, at, from).append(hit[0] >= begin ? BAR : "");
                at = to;
            }
        }
        if (at > 0) {
            node.text(kept.append(text.substring(at)).toString());
        }
    }
}
