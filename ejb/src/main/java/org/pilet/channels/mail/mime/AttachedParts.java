package org.pilet.channels.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pilet.channels.mail.mime.PartTree.Leaf;

/** Which leaves are kept as files and under which names. */
final class AttachedParts {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("image/svg+xml", ".svg"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/rtf", ".rtf"),
            Map.entry("application/rtf", ".rtf"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/x-vcard", ".vcf"),
            Map.entry("text/directory", ".vcf"),
            Map.entry("text/xml", ".xml"),
            Map.entry("application/xml", ".xml"),
            Map.entry("application/json", ".json"),
            Map.entry("application/ics", ".ics"),
            Map.entry("text/markdown", ".md"),
            Map.entry("image/tiff", ".tif"),
            Map.entry("image/bmp", ".bmp"),
            Map.entry("image/heic", ".heic"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/pjpeg", ".jpg"),
            Map.entry("image/x-png", ".png"),
            Map.entry("audio/wav", ".wav"),
            Map.entry("audio/x-wav", ".wav"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/amr", ".amr"),
            Map.entry("audio/ogg", ".ogg"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/quicktime", ".mov"),
            Map.entry("video/3gpp", ".3gp"),
            Map.entry("application/msword", ".doc"),
            Map.entry("application/vnd.ms-excel", ".xls"),
            Map.entry("application/vnd.ms-powerpoint", ".ppt"),
            Map.entry("application/vnd.ms-outlook", ".msg"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
            Map.entry("application/gzip", ".gz"),
            Map.entry("application/x-zip-compressed", ".zip"),
            Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("application/x-pkcs7-signature", ".p7s"),
            Map.entry("application/pkcs7-mime", ".p7m"),
            Map.entry("application/x-pkcs7-mime", ".p7m"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pgp-keys", ".asc"),
            Map.entry("application/mac-binhex40", ".hqx"),
            Map.entry("message/partial", ".eml"),
            Map.entry("message/external-body", ".txt"),
            Map.entry("message/disposition-notification", ".txt"),
            Map.entry("message/feedback-report", ".txt"),
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("text/rfc822-headers", ".txt"));

    private AttachedParts() {}

    static List<MailPart> of(List<Leaf> leaves, BodyWords words, String html) {
        List<MailPart> parts = new ArrayList<>();
        for (Leaf leaf : leaves) {
            boolean said = words.used().contains(leaf) && leaf.whole();
            if (!said && !markupForOneProgram(leaf) && !unpacked(leaf)) {
                parts.add(part(leaf, html, parts.size() + 1));
            }
        }
        return parts;
    }

    private static MailPart part(Leaf leaf, String html, int ordinal) {
        PartHead head = leaf.head();
        String fallback = fallback(leaf, ordinal);
        boolean shown = head.contentId() != null && html != null && html.contains("cid:" + head.contentId());
        return new MailPart(
                leaf.index(), SafeFileName.of(head.fileName(), fallback), head.type(), head.contentId(), shown);
    }

    private static String fallback(Leaf leaf, int ordinal) {
        String type = leaf.head().type();
        if (type.equals("message/rfc822") && leaf.words() != null) {
            String subject = ReportReading.header(leaf.words()).first("Subject").orElse("");
            return SafeFileName.of(
                    subject.isBlank() ? null : subject.replace(":", "").replaceAll("[/\\\\]", "_") + ".eml",
                    "message-" + ordinal + ".eml");
        }
        String stem = type.startsWith("image/") ? "image-" : type.startsWith("message/") ? "message-" : "attachment-";
        return stem + ordinal + ENDINGS.getOrDefault(type, ".bin");
    }

    /** Its files are listed themselves. */
    private static boolean unpacked(Leaf leaf) {
        return leaf.words() != null
                && OutlookPack.NAME.equals(leaf.head().fileName())
                && leaf.head().type().startsWith("text/");
    }

    /** Repeats the words in the private markup of one reading program. */
    private static boolean markupForOneProgram(Leaf leaf) {
        String type = leaf.head().type();
        return leaf.head().fileName() == null && (type.equals("text/x-amp-html") || type.equals("text/watch-html"));
    }
}
