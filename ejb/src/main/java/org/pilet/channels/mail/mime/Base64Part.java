package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The bytes of a part in base64, as it is found rather than as it should be: with other characters between, in several
 * pieces that each end in padding, without its padding, in the alphabet for addresses, and with a footer in plain words
 * that a list or a scanner wrote under it. A part of words only is taken as it stands, whatever its label says.
 */
final class Base64Part extends InputStream {

    private static final int START = 2048;
    private static final int LONGEST_LINE = 8192;
    private static final Pattern WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern FOOTER = Pattern.compile("\\p{Alpha}[a-z]+ \\p{Alpha}[a-z]+.*|_{5,}.*|-{5,}.*|-- ?");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9+/=_-]{2,}");

    private final InputStream lines;
    private final boolean words;
    private final StringBuilder group = new StringBuilder();
    private final byte[] one = new byte[1];
    private byte[] ready = new byte[0];
    private int at;
    private boolean ended;
    private boolean padded;
    private boolean midLine;
    private boolean asItStands;

    private Base64Part(InputStream lines, boolean words) {
        this.lines = lines;
        this.words = words;
    }

    /**
     * The decoded bytes.
     *
     * @param words whether a person will read them, who should see a footer too
     */
    static InputStream of(InputStream encoded, boolean words) throws IOException {
        PushbackInputStream source = new PushbackInputStream(encoded, START);
        byte[] start = source.readNBytes(START);
        source.unread(start);
        return notEncoded(start) ? source : new Base64Part(source, words);
    }

    private static boolean notEncoded(byte[] start) {
        int high = 0;
        for (byte b : start) {
            high += b < 0 ? 1 : 0;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        String firstLine = (end < 0 ? text : text.substring(0, end)).strip();
        return high * 10 > start.length
                || (WORDS.matcher(text).find() && !CODE.matcher(firstLine).matches());
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == ready.length && !ended) {
            next();
        }
        if (at == ready.length) {
            return asItStands ? lines.read(into, offset, length) : -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, count);
        at += count;
        return count;
    }

    private void next() throws IOException {
        boolean startsLine = !midLine;
        String raw = line();
        at = 0;
        ready = new byte[0];
        if (raw == null) {
            ready = flushed();
            ended = true;
            return;
        }
        String line = raw.strip();
        if (line.isEmpty()) {
            return;
        }
        boolean code = CODE.matcher(line).matches();
        boolean behind = padded && !(code && line.replace("=", "").length() % 4 != 1);
        if (startsLine && (behind || FOOTER.matcher(line).matches())) {
            foot(raw);
        } else {
            ready = decoded(line);
        }
    }

    private void foot(String raw) throws IOException {
        byte[] rest = flushed();
        ended = words || padded;
        asItStands = words;
        if (words) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(rest);
            all.write('\n');
            all.writeBytes(raw.getBytes(StandardCharsets.ISO_8859_1));
            rest = all.toByteArray();
        }
        ready = rest;
    }

    private byte[] decoded(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '=') {
                out.writeBytes(flushed());
                padded = true;
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_')) {
                padded = false;
                group.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        int whole = group.length() / 4 * 4;
        out.writeBytes(Base64.getDecoder().decode(group.substring(0, whole)));
        group.delete(0, whole);
        return out.toByteArray();
    }

    private byte[] flushed() {
        if (group.length() % 4 == 1) {
            group.setLength(group.length() - 1); // half a letter that nothing can complete
        }
        byte[] bytes = Base64.getDecoder().decode(group.toString());
        group.setLength(0);
        return bytes;
    }

    /** A line with its end, or a piece of a very long one; null at the end. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        midLine = true;
        while (line.length() < LONGEST_LINE) {
            int b = lines.read();
            if (b < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            line.append((char) b);
            if (b == '\n') {
                midLine = false;
                break;
            }
        }
        return line.toString();
    }
}
