package org.pilet.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Paragraphs in the two forms in which messages are kept. */
record Words(List<String> paragraphs) {

    String text() {
        return String.join("\n\n", paragraphs);
    }

    String html() {
        return paragraphs.stream()
                .map(paragraph -> "<p>" + escape(paragraph).replace("\n", "<br />") + "</p>")
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
