package org.pilet.channels.mail.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files written between the lines of a text, as programs did before MIME.
 *
 * @param words the text without them
 */
record UuencodedFiles(byte[] words, List<InnerFile> files) {

    private static final Pattern BEGIN = Pattern.compile("(?m)^begin [0-7]{3,4} ([^\\r\\n]{1,255})\\r?\\n");
    private static final Pattern LINE = Pattern.compile("([ -`])([ -`]*+)\\r?\\n");
    private static final Pattern END = Pattern.compile("(?:`?[ \\t]*+\\r?\\n)*+end[ \\t]*(?:\\r?\\n|\\z)");

    /** Whether it is worth looking closer. */
    static boolean suspected(byte[] text) {
        return BEGIN.matcher(latin(text)).find();
    }

    static UuencodedFiles in(byte[] bytes) {
        String text = latin(bytes);
        Matcher begin = BEGIN.matcher(text);
        StringBuilder words = new StringBuilder();
        List<InnerFile> files = new ArrayList<>();
        int at = 0;
        while (begin.find(at)) {
            int end = end(text, begin.end());
            byte[] content = end < 0 ? null : content(text.substring(begin.start(), end));
            words.append(text, at, content == null ? begin.end() : begin.start());
            if (content != null) {
                files.add(new InnerFile(
                        HeaderText.printable(HeaderText.decoded(begin.group(1))), "application/octet-stream", content));
            }
            at = content == null ? begin.end() : end;
        }
        words.append(text, at, text.length());
        return new UuencodedFiles(words.toString().getBytes(StandardCharsets.ISO_8859_1), files);
    }

    /** Where the block ends, or -1 if these lines are none: each must be as long as its first character says. */
    private static int end(String text, int from) {
        Matcher line = LINE.matcher(text);
        Matcher last = END.matcher(text);
        for (int at = from; ; at = line.end()) {
            if (last.region(at, text.length()).lookingAt()) {
                return last.end();
            }
            if (!line.region(at, text.length()).lookingAt() || !sound(line)) {
                return -1;
            }
        }
    }

    private static boolean sound(Matcher line) {
        int bytes = (line.group(1).charAt(0) - ' ') & 63;
        int needed = (bytes + 2) / 3 * 4;
        int there = line.group(2).length();
        return bytes > 0 && there <= needed + 2 && there >= bytes; // blanks at the end get lost on the way
    }

    private static byte[] content(String block) {
        byte[] bytes = block.getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(bytes), "uuencode")) {
            return decoded.readAllBytes();
        } catch (IOException | MessagingException malformed) {
            return null;
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
