package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;
import org.pilet.channels.mail.mime.PartTree.Leaf;

/**
 * Reads a mail from its raw bytes. Whatever the bytes are, the answer is a {@link ParsedMail} with what could be
 * understood; only a source that cannot be read is an exception. Texts are held in memory up to a limit, files are not.
 */
public final class MailParser {

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

    /** The source of a mail, or its beginning, as a person can read it: whatever its bytes are, no controls. */
    public static String readable(byte[] source) {
        String lines =
                CharsetGuess.decode(source, "utf-8").replace("\r\n", "\n").replace('\r', '\n');
        return lines.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
    }

    private static void run(InputStream raw, MailReading reading) {
        try {
            parser(reading).parse(MailSource.of(new SourceStream(raw)));
        } catch (SourceBroken broken) {
            throw new UncheckedIOException(broken.reason());
        } catch (MimeException | IOException malformed) {
            reading.fault("Broken structure: " + malformed.getMessage());
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException oversight) {
            // The library trips over some malformed input; what was read up to here is kept.
            reading.fault("Unreadable structure: " + oversight);
        }
    }

    static MimeStreamParser parser(MailReading reading) {
        MimeStreamParser parser = new MimeStreamParser(LENIENT, DecodeMonitor.SILENT, null);
        parser.setContentDecoding(false); // what is labelled wrongly must be seen as it is
        parser.setNoRecurse();
        parser.setContentHandler(reading);
        return parser;
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
                attachedFrom(leaves),
                ReportReading.of(headers, root, clean(text)),
                reading.faults());
    }

    private static MailAddress attachedFrom(List<Leaf> leaves) {
        return leaves.stream()
                .filter(leaf -> leaf.words() != null && leaf.head().type().equals("message/rfc822"))
                .flatMap(leaf -> ReportReading.header(leaf.words()).addresses("From").stream())
                .filter(MailAddress::usable)
                .findFirst()
                .orElse(null);
    }

    private static Instant date(MailHeaders headers) {
        return headers.first("Date").map(SentDate::of).orElse(null);
    }

    /** PostgreSQL keeps no null characters and nobody can read the other controls. */
    private static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
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
