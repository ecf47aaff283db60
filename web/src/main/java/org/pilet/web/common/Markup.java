package org.pilet.web.common;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Writes elements and words into a page; what has to be escaped is. */
public final class Markup {

    private final ResponseWriter writer;

    Markup(ResponseWriter writer) {
        this.writer = writer;
    }

    /** Begins an element. Attributes are pairs of name and value; one whose value is null or empty is left out. */
    public Markup open(String element, Object... attributes) throws IOException {
        writer.startElement(element, null);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null && !"".equals(value)) {
                writer.writeAttribute((String) attributes[i], value, null);
            }
        }
        return this;
    }

    /** Words; nothing for null. */
    public Markup text(Object words) throws IOException {
        if (words != null) {
            writer.writeText(words, null);
        }
        return this;
    }

    /** Ends an element. */
    public Markup close(String element) throws IOException {
        writer.endElement(element);
        return this;
    }

    /** An element that holds words only. */
    public Markup leaf(String element, Object words, Object... attributes) throws IOException {
        return open(element, attributes).text(words).close(element);
    }
}
