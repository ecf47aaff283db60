package org.pilet.channels.mail.mime;

import java.util.Map;

/**
 * What a part says of itself.
 *
 * @param type media type and subtype in lower case
 * @param charset as labelled, or null
 * @param disposition inline, attachment or empty
 * @param fileName as sent, decoded but not made safe, or null
 * @param contentId without angle brackets, or null
 */
record PartHead(String type, String charset, String disposition, String fileName, String contentId) {

    /** Reads it from the part's fields; the type is the parser's, which knows what a multipart makes the default. */
    static PartHead of(String type, String charset, MailHeaders fields) {
        Map<String, String> typeParameters =
                fields.raw("Content-Type").map(HeaderText::parameters).orElse(Map.of());
        String disposition = fields.raw("Content-Disposition").orElse("");
        Map<String, String> dispositionParameters = HeaderText.parameters(disposition);
        String name = dispositionParameters.getOrDefault("filename", typeParameters.get("name"));
        String id = fields.messageIds("Content-ID").stream()
                .findFirst()
                .or(() -> fields.first("Content-ID").map(value -> value.replaceAll("[<>\\s]", "")))
                .filter(value -> !value.isEmpty())
                .orElse(null);
        String kind = disposition.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        String label = typeParameters.getOrDefault("charset", charset);
        return new PartHead(type, label, kind, name == null || name.isBlank() ? null : name, id);
    }

    boolean attachment() {
        return disposition.equals("attachment");
    }
}
