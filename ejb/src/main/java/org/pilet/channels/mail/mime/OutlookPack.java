package org.pilet.channels.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.util.RecordFormatException;

/**
 * What Outlook packed into winmail.dat (TNEF).
 *
 * @param text the words as plain text, or null
 * @param html the words as HTML, or null
 */
record OutlookPack(String text, String html, List<InnerFile> files) {

    /** Files are unpacked up to this size; a larger pack stays as it is. */
    static final int LARGEST = 48 << 20;

    static final String NAME = "winmail.dat";

    private static final int DEEPEST = 4;
    private static final byte[] SIGNATURE = {0x78, (byte) 0x9f, 0x3e, 0x22};

    /** A message within a pack stands as an object, whose identity precedes the pack within. */
    private static final int OBJECT_IDENTITY = 16;

    static boolean is(PartHead head) {
        return head.type().equals("application/ms-tnef")
                || head.type().equals("application/vnd.ms-tnef")
                || NAME.equalsIgnoreCase(head.fileName());
    }

    /** Empty-handed, that is null, if the bytes are no such pack. */
    static OutlookPack in(byte[] bytes) {
        return in(bytes, 0);
    }

    private static OutlookPack in(byte[] bytes, int depth) {
        try {
            HMEFMessage pack = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<InnerFile> files = new ArrayList<>();
            for (Attachment file : pack.getAttachments()) {
                byte[] inner = depth < DEEPEST ? packWithin(file) : null;
                OutlookPack within = inner == null ? null : in(inner, depth + 1);
                if (within != null) {
                    files.addAll(unpacked(within, subject(inner)));
                    continue;
                }
                byte[] content = content(file);
                if (content == null) {
                    continue;
                }
                String name = file.getLongFilename() != null ? file.getLongFilename() : file.getFilename();
                String tag = text(file.getMAPIAttribute(MAPIProperty.ATTACH_MIME_TAG));
                files.add(new InnerFile(
                        name,
                        tag == null || !tag.matches("[\\w.+-]+/[\\w.+-]+") ? "application/octet-stream" : tag,
                        content));
            }
            String text = text(pack.getMessageMAPIAttribute(MAPIProperty.BODY));
            TNEFAttribute body = pack.getMessageAttribute(TNEFProperty.ID_BODY);
            if (text == null && body != null) {
                text = CharsetGuess.decode(body.getData(), null).replace("\u0000", "");
            }
            String html = html(pack.getMessageMAPIAttribute(MAPIProperty.BODY_HTML));
            String rtf = text(pack.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED));
            if (text == null && html == null && rtf != null) {
                text = RichText.plain(rtf.getBytes(StandardCharsets.ISO_8859_1));
            }
            return files.isEmpty() && text == null && html == null ? null : new OutlookPack(text, html, files);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException
                | RecordFormatException broken) {
            // The library trips over packs that are cut off or damaged; those stay files as they came.
            return null;
        }
    }

    /** The words of a message within a pack become a file beside its files. */
    private static List<InnerFile> unpacked(OutlookPack within, String subject) {
        List<InnerFile> files = new ArrayList<>();
        String words = within.html() == null ? within.text() : within.html();
        if (words != null && !words.isBlank()) {
            boolean html = within.html() != null;
            files.add(new InnerFile(
                    subject.replaceAll("[/\\\\]", "_") + (html ? ".html" : ".txt"),
                    html ? "text/html" : "text/plain",
                    words.getBytes(StandardCharsets.UTF_8)));
        }
        files.addAll(within.files());
        return files;
    }

    private static String subject(byte[] pack) throws IOException {
        HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(pack));
        TNEFAttribute written = message.getMessageAttribute(TNEFProperty.ID_SUBJECT);
        String subject = written == null ? message.getSubject() : CharsetGuess.decode(written.getData(), null);
        return subject == null || subject.isBlank()
                ? "message"
                : subject.replace("\u0000", "").strip();
    }

    /** The bytes of a pack that is an attachment of a pack, or null. */
    private static byte[] packWithin(Attachment file) {
        MAPIAttribute object = file.getMAPIAttribute(MAPIProperty.ATTACH_DATA);
        for (byte[] bytes : new byte[][] {object == null ? null : object.getData(), content(file)}) {
            if (bytes == null) {
                continue;
            }
            for (int start : new int[] {0, OBJECT_IDENTITY}) {
                if (bytes.length > start + SIGNATURE.length
                        && Arrays.equals(bytes, start, start + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                    return Arrays.copyOfRange(bytes, start, bytes.length);
                }
            }
        }
        return null;
    }

    private static byte[] content(Attachment file) {
        try {
            return file.getContents();
        } catch (IllegalArgumentException none) { // what stands as an object has none of its own
            return null;
        }
    }

    private static String text(MAPIAttribute attribute) {
        if (attribute instanceof MAPIStringAttribute words) {
            return words.getDataString();
        }
        return attribute instanceof MAPIRtfAttribute rich ? rich.getDataString() : null;
    }

    private static String html(MAPIAttribute attribute) {
        if (attribute instanceof MAPIStringAttribute words) {
            return words.getDataString();
        }
        return attribute == null ? null : CharsetGuess.html(attribute.getData(), null);
    }
}
