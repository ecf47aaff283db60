package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files between the lines of a text in the two other forms than uuencode: yEnc, as news readers write, which is decoded,
 * and BinHex of old Macintoshes, which stays one file that their programs unpack.
 *
 * @param words the text without them
 */
record NewsFiles(byte[] words, List<InnerFile> files) {

    private static final Pattern YENC = Pattern.compile(
            "(?m)^=ybegin (?=[^\\r\\n]{0,300}\\bline=\\d+)[^\\r\\n]{0,300}?\\bname=([^\\r\\n]{1,255})\\r?\\n(?:=ypart [^\\r\\n]*\\r?\\n)?");
    private static final Pattern YEND = Pattern.compile("(?m)^=yend [^\\r\\n]*(?:\\r?\\n|\\z)");
    private static final Pattern BINHEX =
            Pattern.compile("(?m)^\\(This file must be converted with BinHex[^\\r\\n]*\\r?\\n");

    static boolean suspected(byte[] text) {
        String latin = latin(text);
        return latin.contains("=ybegin ") || latin.contains("with BinHex");
    }

    static NewsFiles in(byte[] bytes) {
        List<InnerFile> files = new ArrayList<>();
        String words = withoutBinHex(withoutYenc(latin(bytes), files), files);
        return new NewsFiles(words.getBytes(StandardCharsets.ISO_8859_1), files);
    }

    private static String withoutYenc(String text, List<InnerFile> files) {
        StringBuilder words = new StringBuilder();
        Matcher begin = YENC.matcher(text);
        Matcher end = YEND.matcher(text);
        int at = 0;
        while (begin.find(at) && end.find(begin.end())) {
            words.append(text, at, begin.start());
            files.add(new InnerFile(
                    HeaderText.printable(HeaderText.decoded(begin.group(1).strip())),
                    "application/octet-stream",
                    decoded(text.substring(begin.end(), end.start()))));
            at = end.end();
        }
        return words.append(text, at, text.length()).toString();
    }

    /** Every byte is moved by 42; those that must not stand in a line are moved by 64 more, behind an equals sign. */
    private static byte[] decoded(String block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.length());
        for (int i = 0; i < block.length(); i++) {
            char c = block.charAt(i);
            if (c == '=' && i + 1 < block.length()) {
                i++;
                out.write(block.charAt(i) - 64 - 42);
            } else if (c != '\r' && c != '\n') {
                out.write(c - 42);
            }
        }
        return out.toByteArray();
    }

    private static String withoutBinHex(String text, List<InnerFile> files) {
        StringBuilder words = new StringBuilder();
        Matcher found = BINHEX.matcher(text);
        int at = 0;
        while (found.find(at)) {
            int end = endOfBinHex(text, found.end());
            words.append(text, at, end < 0 ? found.end() : found.start());
            if (end >= 0) {
                byte[] block = text.substring(found.start(), end).getBytes(StandardCharsets.ISO_8859_1);
                files.add(new InnerFile("attachment.hqx", "application/mac-binhex40", block));
            }
            at = end < 0 ? found.end() : end;
        }
        return words.append(text, at, text.length()).toString();
    }

    /** From a colon to the next, without a blank between; -1 if there is none. */
    private static int endOfBinHex(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != ':') {
            return -1;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i + 1;
            }
            if (c != '\r' && c != '\n' && (c < '!' || c > 'r')) {
                return -1;
            }
        }
        return -1;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
