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
        return leaf.head().fileName() == null
                && (type.equals("text/x-amp-html") || type.equals("text/watch-html") || type.equals("text/enriched"));
    }
}
