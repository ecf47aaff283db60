package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a mail as the parser wants them. What stands before the header in files that other programs wrote (a byte
 * order mark, empty lines, mbox's From line) is left out; lines that end in a bare CR, or in two of them and a line feed,
 * end as lines do. All other bytes pass untouched, and nothing is held but the start.
 */
final class MailSource extends InputStream {

    private static final int START = 1 << 16;
    private static final Pattern BEFORE_HEADER =
            Pattern.compile("\\A(?:\u00EF\u00BB\u00BF)?(?:[ \\t]*\\r*\\n|>?From (?![ \\t]*:)[^\\r\\n]*\\r*\\n)*+");
    private static final Pattern FIELD = Pattern.compile("\\A[!-9;-~]+[ \\t]*:");

    private static final Pattern ANY_FIELD = Pattern.compile("(?m)^[!-9;-~]+[ \\t]*:");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n|\\r\\r");

    private final PushbackInputStream source;
    private final boolean bareReturns;
    private final boolean doubleReturns;

    private MailSource(PushbackInputStream source, boolean bareReturns, boolean doubleReturns) {
        this.source = source;
        this.bareReturns = bareReturns;
        this.doubleReturns = doubleReturns;
    }

    /** Reads the start, to see what has to be mended. */
    static InputStream of(InputStream raw) throws IOException {
        PushbackInputStream source = new PushbackInputStream(raw, START + 1);
        byte[] bytes = source.readNBytes(START);
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean bare = start.indexOf('\n') < 0 && start.indexOf('\r') >= 0;
        int skipped = skipped(bare ? start.replace('\r', '\n') : start);
        source.unread(bytes, skipped, bytes.length - skipped);
        if (skipped == 0 && !ANY_FIELD.matcher(header(start)).find() && bytes.length < START) {
            source.unread(new byte[] {'\n'}); // no header at all: these are the words
        }
        return new MailSource(source, bare, start.contains("\r\r\n"));
    }

    private static String header(String start) {
        Matcher end = BLANK_LINE.matcher(start);
        return end.find() ? start.substring(0, end.start()) : start;
    }

    private static int skipped(String start) {
        Matcher before = BEFORE_HEADER.matcher(start);
        boolean found =
                before.find() && FIELD.matcher(start.substring(before.end())).find();
        return found ? before.end() : 0;
    }

    @Override
    public int read() throws IOException {
        int b = source.read();
        if (b != '\r') {
            return b;
        }
        if (bareReturns) {
            return '\n';
        }
        if (doubleReturns) {
            int next = source.read();
            if (next >= 0) {
                source.unread(next);
            }
            return next == '\r' ? read() : '\r';
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!bareReturns && !doubleReturns) {
            return source.read(into, offset, length);
        }
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) b;
        }
        return count;
    }
}
