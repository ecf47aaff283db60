package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.RawField;
import org.pilet.channels.mail.mime.PartTree.Leaf;

/**
 * Reads a mail from its raw bytes. Whatever the bytes are, the answer is a {@link ParsedMail} with what could be
 * understood; only a source that cannot be read is an exception. Texts are held in memory up to a limit, files are not.
 */
public final class MailParser {

    private static final Pattern QUOTED_MESSAGE_ID =
            Pattern.compile("(?im)^[>\\s]{0,20}Message-I[dD]:[ \\t]{0,20}<([^<>\\s]{1,990})>");
    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setStrictParsing(false)
            .setMalformedHeaderStartsBody(false)
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private MailParser() {}

    /** Receives the decoded bytes of one part; the stream is only valid during the call. */
    @FunctionalInterface
    public interface PartReader {
        void read(int index, InputStream decoded) throws IOException;
    }

    /**
     * Understands a mail.
     *
     * @throws UncheckedIOException if the source itself cannot be read
     */
    public static ParsedMail parse(InputStream raw) {
        MailReading reading = new MailReading(null);
        run(raw, reading);
        return understood(reading);
    }

    /**
     * Hands over the decoded bytes of the parts, in the order and with the numbers that {@link #parse} gave them.
     *
     * @throws UncheckedIOException if the source cannot be read or the reader fails to write
     */
    public static void eachPart(InputStream raw, PartReader reader) {
        run(raw, new MailReading(reader));
    }

    private static void run(InputStream raw, MailReading reading) {
        MimeStreamParser parser = new MimeStreamParser(LENIENT, DecodeMonitor.SILENT, null);
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(reading);
        try {
            parser.parse(new SourceStream(raw));
        } catch (SourceBroken broken) {
            throw new UncheckedIOException(broken.reason());
        } catch (MimeException | IOException malformed) {
            reading.fault("Broken structure: " + malformed.getMessage());
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException oversight) {
            // The library trips over some malformed input; what was read up to here is kept.
            reading.fault("Unreadable structure: " + oversight);
        }
    }

    private static ParsedMail understood(MailReading reading) {
        MailHeaders headers = reading.headers();
        PartTree.Node root = reading.root();
        BodyWords words = BodyWords.of(root);
        String html = words.html() == null || words.html().isBlank() ? null : words.html();
        String text = words.text() == null || (words.text().isBlank() && html != null)
                ? (html == null ? "" : HtmlText.of(html))
                : words.text();
        List<Leaf> leaves = PartTree.leaves(root);
        boolean whole = words.used().stream().allMatch(Leaf::whole);
        return new ParsedMail(
                headers,
                headers.messageIds("Message-ID").stream().findFirst().orElse(null),
                headers.first("Subject").orElse(""),
                date(headers),
                clean(text),
                html == null ? null : html.replace("\u0000", ""),
                whole,
                AttachedParts.of(leaves, words, html),
                report(headers, root, leaves, text),
                reading.faults());
    }

    private static Instant date(MailHeaders headers) {
        return headers.raw("Date")
                .map(value -> DateTimeFieldLenientImpl.PARSER
                        .parse(new RawField("Date", value), DecodeMonitor.SILENT)
                        .getDate())
                .map(java.util.Date::toInstant)
                .orElse(null);
    }

    /** PostgreSQL keeps no null characters and nobody can read the other controls. */
    private static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }

    private static DeliveryReport report(MailHeaders headers, PartTree.Node root, List<Leaf> leaves, String text) {
        Optional<Leaf> status = leaves.stream()
                .filter(leaf -> leaf.head().type().endsWith("/delivery-status"))
                .findFirst();
        boolean framed = root instanceof PartTree.Multi multi
                && multi.kind().equals("report")
                && headers.raw("Content-Type")
                        .map(HeaderText::parameters)
                        .map(parameters -> "delivery-status".equalsIgnoreCase(parameters.get("report-type")))
                        .orElse(false);
        if (status.isEmpty() && !framed && !oldStyle(headers)) {
            return null;
        }
        MailHeaders original = leaves.stream()
                .filter(leaf ->
                        leaf.words() != null && MailReading.original(leaf.head().type()))
                .map(leaf -> DeliveryReport.fields(header(leaf.words())))
                .findFirst()
                .orElseGet(MailHeaders::new);
        String originalId = Stream.concat(original.messageIds("Message-ID").stream(), quotedIds(text))
                .findFirst()
                .orElse(null);
        return new DeliveryReport(
                status.map(leaf -> DeliveryReport.recipients(String.valueOf(leaf.words())))
                        .orElse(List.of()),
                originalId,
                original.messageIds("References"));
    }

    private static String header(String mail) {
        return mail.replace("\r\n", "\n").split("\n\n", 2)[0];
    }

    /** Servers that never heard of RFC 3464: a null return path and a daemon's name. */
    private static boolean oldStyle(MailHeaders headers) {
        boolean nullPath =
                headers.raw("Return-Path").map("<>"::equals).orElse(false) || headers.has("X-Failed-Recipients");
        return nullPath
                && headers.addresses("From").stream()
                        .anyMatch(from -> from.localPart().equals("mailer-daemon")
                                || from.localPart().equals("postmaster"));
    }

    private static Stream<String> quotedIds(String text) {
        Matcher matcher = QUOTED_MESSAGE_ID.matcher(text);
        return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
    }

    /** Tells a source that cannot be read from a mail that is malformed; the library reports both as IOException. */
    private static final class SourceStream extends InputStream {

        private final InputStream source;

        SourceStream(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            try {
                return source.read();
            } catch (IOException broken) {
                throw new SourceBroken(broken);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return source.read(into, offset, length);
            } catch (IOException broken) {
                throw new SourceBroken(broken);
            }
        }
    }

    /** Not an IOException and not a fault of the mail, so that it passes through the library untouched. */
    static final class SourceBroken extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final IOException reason;

        SourceBroken(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }
}
