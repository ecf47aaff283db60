package org.pilet.channels.mail.mime;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a part says of itself.
 *
 * @param type media type and subtype in lower case
 * @param charset as labelled, or null
 * @param disposition inline, attachment or empty
 * @param fileName as sent, decoded but not made safe, or null
 * @param contentId without angle brackets, or null
 * @param coding the transfer encoding in lower case, without what does not belong there
 * @param flowed null, or whether the blank at a broken line's end is to be left out (RFC 3676)
 */
record PartHead(
        String type,
        String charset,
        String disposition,
        String fileName,
        String contentId,
        String coding,
        Boolean flowed) {

    private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,100}");

    /** Reads it from the part's fields; where they do not say it clearly, the type is the parser's, which knows what a multipart makes the default. */
    static PartHead of(String understood, String charset, MailHeaders fields) {
        String type = fields.raw("Content-Type")
                .map(value -> value.strip().split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(written -> TYPE.matcher(written).matches())
                .orElse(understood);
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
        String kind = disposition.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String label = typeParameters.getOrDefault("charset", charset);
        return new PartHead(
                type,
                label,
                kind,
                name == null || name.isBlank() ? null : name,
                id,
                coding(fields),
                flowed(typeParameters));
    }

    /** An Outlook pack whose files were taken out; what remains are its words. */
    PartHead unpacked(boolean html) {
        return new PartHead(html ? "text/html" : "text/plain", null, "", OutlookPack.NAME, null, "", null);
    }

    /** A file found within this part. */
    PartHead inner(InnerFile file) {
        return new PartHead(file.mediaType(), null, "attachment", file.name(), null, "", null);
    }

    private static String coding(MailHeaders fields) {
        String written = fields.raw("Content-Transfer-Encoding").orElse("");
        return written.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)|[\"';]", "")
                .strip()
                .replaceFirst("^quoted\\s+printable", "quoted-printable")
                .split("\\s", 2)[0];
    }

    private static Boolean flowed(Map<String, String> parameters) {
        return "flowed".equalsIgnoreCase(parameters.get("format"))
                ? "yes".equalsIgnoreCase(parameters.get("delsp"))
                : null;
    }

    boolean attachment() {
        return disposition.equals("attachment");
    }
}
