package org.pilet.channels.mail.secure;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a mail that are signed or encrypted, cut out byte for byte: whoever signs, signs bytes.
 *
 * @param kind how
 * @param content what was signed, with lines ending as they do on the wire; for the other kinds the envelope, decoded
 * @param signature only for what is signed apart
 * @param whole whether there is nothing else to read in the mail
 * @param part only for what stands among the lines of a text: that part of the mail as it stands, to be replaced
 */
record SignedBytes(Kind kind, byte[] content, byte[] signature, boolean whole, String part) {

    SignedBytes(Kind kind, byte[] content, byte[] signature, boolean whole) {
        this(kind, content, signature, whole, null);
    }

    /** The same, where more may be known of what else there is to read. */
    SignedBytes seen(boolean all) {
        return new SignedBytes(kind, content, signature, all, part);
    }

    /** The forms in which mail is signed or encrypted. */
    enum Kind {
        SMIME_APART,
        SMIME_OPAQUE,
        PGP_APART,
        PGP_ENCRYPTED,
        /** Signed lines within a plain text. */
        PGP_LINES_SIGNED,
        /** Encrypted lines within a plain text. */
        PGP_LINES_ENCRYPTED
    }

    private static final Pattern SIGNED_LINES = Pattern.compile(
            "^-----BEGIN PGP SIGNED MESSAGE-----\\s*$.*?^-----BEGIN PGP SIGNATURE-----\\s*$.*?^-----END PGP"
                    + " SIGNATURE-----[ \\t]*$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ENCRYPTED_LINES = Pattern.compile(
            "^-----BEGIN PGP MESSAGE-----\\s*$.*?^-----END PGP MESSAGE-----[ \\t]*$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private static final int DEEPEST = 4;
    private static final int MOST = 20;

    /** An entity taken apart. */
    private record Entity(InternetHeaders headers, ContentType type, String body) {

        static Entity of(String bytes) throws MessagingException {
            InternetHeaders headers = new InternetHeaders(
                    new ByteArrayInputStream((bytes.startsWith("\n") || bytes.startsWith("\r\n") ? "\r\n" : bytes)
                            .getBytes(StandardCharsets.ISO_8859_1)));
            String written = headers.getHeader("Content-Type", null);
            ContentType type;
            try {
                type = new ContentType(written == null ? "text/plain" : written);
            } catch (jakarta.mail.internet.ParseException unreadable) {
                type = new ContentType("application", "octet-stream", null);
            }
            return new Entity(headers, type, body(bytes));
        }

        private static String body(String bytes) {
            if (bytes.startsWith("\r\n")) {
                return bytes.substring(2);
            }
            if (bytes.startsWith("\n")) {
                return bytes.substring(1);
            }
            int wire = bytes.indexOf("\r\n\r\n");
            int plain = bytes.indexOf("\n\n");
            if (wire >= 0 && (plain < 0 || wire < plain)) {
                return bytes.substring(wire + 4);
            }
            return plain < 0 ? "" : bytes.substring(plain + 2);
        }

        String kind() {
            return (type.getPrimaryType() + "/" + type.getSubType()).toLowerCase(Locale.ROOT);
        }

        byte[] decoded() throws MessagingException, IOException {
            MimeBodyPart part = new MimeBodyPart(headers, body.getBytes(StandardCharsets.ISO_8859_1));
            try (InputStream content = ((BodyPart) part).getInputStream()) {
                return content.readAllBytes();
            }
        }
    }

    /** All there are in a mail, outermost first; none within another. */
    static List<SignedBytes> in(byte[] mail) {
        List<SignedBytes> found = new ArrayList<>();
        try {
            collect(new String(mail, StandardCharsets.ISO_8859_1), true, 0, found);
        } catch (MessagingException | IOException unreadable) {
            // a structure that cannot be read proves nothing
        }
        return found;
    }

    private static void collect(String entity, boolean whole, int depth, List<SignedBytes> found)
            throws MessagingException, IOException {
        Entity read = Entity.of(entity);
        String kind = read.kind();
        if (kind.equals("multipart/signed")) {
            List<String> parts = parts(read);
            if (parts.size() >= 2) {
                apart(read, parts, whole && parts.size() == 2).ifPresent(found::add);
            }
        } else if (kind.equals("multipart/encrypted")) {
            List<String> parts = parts(read);
            if (parts.size() >= 2) {
                byte[] envelope = Entity.of(parts.get(1)).decoded();
                found.add(new SignedBytes(Kind.PGP_ENCRYPTED, envelope, null, whole && parts.size() == 2));
            }
        } else if (kind.equals("application/pkcs7-mime") || kind.equals("application/x-pkcs7-mime")) {
            found.add(new SignedBytes(Kind.SMIME_OPAQUE, read.decoded(), null, whole));
        } else if (kind.equals("text/plain") && read.body().contains("-----BEGIN PGP ")) {
            lines(entity, read, whole).ifPresent(found::add);
        } else if (kind.startsWith("multipart/") && depth < DEEPEST) {
            List<String> parts = parts(read);
            for (String part : parts) {
                if (found.size() < MOST) {
                    collect(part, whole && parts.size() == 1, depth + 1, found);
                }
            }
        }
    }

    private static Optional<SignedBytes> lines(String part, Entity read, boolean whole)
            throws MessagingException, IOException {
        String text = new String(read.decoded(), StandardCharsets.ISO_8859_1);
        for (Kind kind : List.of(Kind.PGP_LINES_ENCRYPTED, Kind.PGP_LINES_SIGNED)) {
            Matcher lines = (kind == Kind.PGP_LINES_SIGNED ? SIGNED_LINES : ENCRYPTED_LINES).matcher(text);
            if (lines.find()) {
                boolean nothingElse = text.substring(0, lines.start()).isBlank()
                        && text.substring(lines.end()).isBlank();
                return Optional.of(new SignedBytes(
                        kind, lines.group().getBytes(StandardCharsets.ISO_8859_1), null, whole && nothingElse, part));
            }
        }
        return Optional.empty();
    }

    /** The mail with these words, in UTF-8 if they can be, where the signed or encrypted lines stood. */
    byte[] inTheOpen(byte[] mail, byte[] words) {
        Entity read;
        String text;
        try {
            read = Entity.of(part);
            text = new String(read.decoded(), StandardCharsets.ISO_8859_1);
        } catch (MessagingException | IOException readBefore) {
            throw new IllegalStateException(readBefore);
        }
        String lines = new String(content, StandardCharsets.ISO_8859_1);
        String open = text.replace(lines, new String(words, StandardCharsets.ISO_8859_1));
        String charset = read.type().getParameter("charset");
        String label = kind == Kind.PGP_LINES_SIGNED && charset != null ? charset : "utf-8";
        String entity = "Content-Type: text/plain; charset=\"" + label.replaceAll("[^\\w.:+-]", "")
                + "\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + open;
        String whole = new String(mail, StandardCharsets.ISO_8859_1);
        byte[] bytes = entity.getBytes(StandardCharsets.ISO_8859_1);
        return whole.equals(part)
                ? replaced(mail, bytes)
                : whole.replace(part, entity).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<SignedBytes> apart(Entity signed, List<String> parts, boolean whole)
            throws MessagingException, IOException {
        Entity signature = Entity.of(parts.get(1));
        String kind = signature.kind();
        boolean pgp = kind.equals("application/pgp-signature");
        boolean smime = kind.equals("application/pkcs7-signature") || kind.equals("application/x-pkcs7-signature");
        if (!pgp && !smime) {
            return Optional.empty();
        }
        return Optional.of(new SignedBytes(
                pgp ? Kind.PGP_APART : Kind.SMIME_APART,
                wire(parts.get(0)).getBytes(StandardCharsets.ISO_8859_1),
                signature.decoded(),
                whole));
    }

    /** Between the boundaries, each without the line's end that belongs to the boundary. */
    private static List<String> parts(Entity multipart) {
        String boundary = multipart.type().getParameter("boundary");
        List<String> parts = new ArrayList<>();
        if (boundary == null || boundary.isEmpty()) {
            return parts;
        }
        String body = "\n" + multipart.body();
        String line = "\n--" + boundary;
        int at = body.indexOf(line);
        while (at >= 0 && parts.size() < MOST) {
            int after = at + line.length();
            if (body.startsWith("--", after)) {
                break;
            }
            int start = body.indexOf('\n', after) + 1;
            int end = start == 0 ? -1 : body.indexOf(line, start - 1);
            if (end < 0) {
                break;
            }
            int last = end > start && body.charAt(end - 1) == '\r' ? end - 1 : end;
            parts.add(body.substring(Math.min(start, last), last));
            at = end;
        }
        return parts;
    }

    static String wire(String lines) {
        return lines.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /** The mail with this entity in place of its own words: the header stays, but for what described the old words. */
    static byte[] replaced(byte[] mail, byte[] entity) {
        String whole = new String(mail, StandardCharsets.ISO_8859_1);
        int end = whole.length() - Entity.body(whole).length();
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length);
        boolean skipped = false;
        for (String line : whole.substring(0, end).split("\r?\n")) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            skipped = goesOn
                    ? skipped
                    : line.isBlank() || line.regionMatches(true, 0, "Content-", 0, "Content-".length());
            if (!skipped) {
                out.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        out.writeBytes(entity);
        return out.toByteArray();
    }

    /** The mail's words with the fields that describe them, and without the rest of its header. */
    static byte[] entity(byte[] mail) {
        String whole = wire(new String(mail, StandardCharsets.ISO_8859_1));
        String body = Entity.body(whole);
        StringBuilder out = new StringBuilder(whole.length());
        boolean kept = false;
        for (String line : whole.substring(0, whole.length() - body.length()).split("\r\n")) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            kept = goesOn ? kept : line.regionMatches(true, 0, "Content-", 0, "Content-".length());
            if (kept) {
                out.append(line).append("\r\n");
            }
        }
        return out.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
