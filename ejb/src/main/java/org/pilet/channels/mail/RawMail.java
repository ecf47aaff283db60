package org.pilet.channels.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

/**
 * A mail's bytes on their way in, read from the network once and before any transaction: small ones in memory, large
 * ones in a temporary file that {@link #close} removes. Of a mail over the limit only the header is kept.
 */
public final class RawMail extends OutputStream {

    private static final int IN_MEMORY = 256 * 1024;
    private static final int LONGEST_HEADER = 2 * 1024 * 1024;

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final MessageDigest body = sha256();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream fileOut;
    private long limit;
    private boolean headerBegun;
    private boolean headerEnded;
    private int emptyLines;
    private int lineLength;
    private long size;

    /** An empty one, to be written into. A mail of more than {@code limit} bytes is too large. */
    public RawMail(long limit) {
        this.limit = limit;
    }

    /** Reads all there is, or as much as is needed to see that it is too large. */
    public static RawMail spool(InputStream source, long limit) throws IOException {
        RawMail raw = new RawMail(limit);
        try {
            byte[] buffer = new byte[16 * 1024];
            for (int read = source.read(buffer); read >= 0 && !raw.tooLarge(); read = source.read(buffer)) {
                raw.write(buffer, 0, read);
            }
            return raw;
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int bodyStart = offset;
        if (!headerEnded) {
            bodyStart = offset + takeHeader(bytes, offset, length);
        }
        digest(bytes, bodyStart, offset + length);
        size += length;
        if (!tooLarge()) {
            keep(bytes, offset, length);
        }
    }

    /** Servers end lines as they like and add empty ones: the words are what makes a mail the same mail. */
    private void digest(byte[] bytes, int from, int to) {
        byte[] words = new byte[to - from + emptyLines];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                emptyLines++;
            } else if (bytes[i] != '\r') {
                for (; emptyLines > 0; emptyLines--) {
                    words[count++] = '\n';
                }
                words[count++] = bytes[i];
            }
        }
        body.update(words, 0, count);
    }

    /** How many of these bytes still belong to the header; it ends with the first empty line below its first field. */
    private int takeHeader(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[offset + i];
            header.write(b);
            headerBegun |= b != '\n' && b != '\r' && b != ' ' && b != '\t';
            if (b == '\n' && lineLength == 0 && headerBegun || header.size() >= LONGEST_HEADER) {
                headerEnded = true;
                return i + 1;
            }
            lineLength = b == '\n' ? 0 : b == '\r' ? lineLength : lineLength + 1;
        }
        return length;
    }

    private void keep(byte[] bytes, int offset, int length) throws IOException {
        if (fileOut == null && memory.size() + length > IN_MEMORY) {
            file = Files.createTempFile("pilet-mail", ".eml");
            fileOut = Files.newOutputStream(file);
            memory.writeTo(fileOut);
            memory = null;
        }
        if (fileOut != null) {
            fileOut.write(bytes, offset, length);
        } else {
            memory.write(bytes, offset, length);
        }
    }

    /** For a mailbox that takes less than what was spooled. */
    void limitTo(long largest) {
        limit = Math.min(limit, largest);
    }

    /** For a mail that is known to be too large before it is fetched: its size, while only the header is written. */
    void declareSize(long whole) {
        size = Math.max(size, whole);
    }

    /** Whether it has more bytes than the limit allows. */
    public boolean tooLarge() {
        return size > limit;
    }

    /** How many bytes were written, or how many there are known to be. */
    public long size() {
        return size;
    }

    /** What is kept: everything, or the header of a mail that is too large. */
    InputStream open() throws IOException {
        if (tooLarge()) {
            return new ByteArrayInputStream(header.toByteArray());
        }
        if (file != null) {
            fileOut.flush();
            return Files.newInputStream(file);
        }
        return new ByteArrayInputStream(memory.toByteArray());
    }

    /** The header alone, understood. */
    ParsedMail header() {
        return MailParser.parse(new SequenceInputStream(
                new ByteArrayInputStream(header.toByteArray()), new ByteArrayInputStream(new byte[] {'\r', '\n'})));
    }

    /**
     * What makes two copies of a mail the same mail: its Message-ID together with its body, since broken programs use
     * one id for different mails; without an id its header and body.
     */
    String dedupKey(ParsedMail header) {
        String sum = HexFormat.of().formatHex(copyOf(body).digest());
        if (header.messageId() != null) {
            return header.messageId() + "#" + (size > limit ? "large" : sum.substring(0, 32));
        }
        MessageDigest whole = sha256();
        String lines = this.header.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
        whole.update(lines.getBytes(StandardCharsets.ISO_8859_1));
        return "sha256:" + HexFormat.of().formatHex(whole.digest()) + sum;
    }

    @Override
    public void close() throws IOException {
        if (fileOut != null) {
            fileOut.close();
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // the platform's SHA-256 can
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
