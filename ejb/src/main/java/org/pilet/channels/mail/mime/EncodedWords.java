package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Encoded words of RFC 2047, as they are written rather than as they should be: with spaces inside, split within a letter
 * or within a group of base64, labelled with a charset they are not in. What is no encoded word stays as it is.
 */
final class EncodedWords {

    private static final int LONGEST_LABEL = 60;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder base64 = new StringBuilder();
    private String charset;
    private boolean endless;

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decoded(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : text;
    }

    private String decode() {
        int plain = 0;
        for (int start = text.indexOf("=?"); start >= 0 && !endless; ) {
            int end = word(start, plain);
            if (end > 0) {
                plain = end;
            }
            start = text.indexOf("=?", end > 0 ? end : start + 1);
        }
        flush();
        return out.append(text, plain, text.length()).toString();
    }

    /** Takes the word that starts here; answers where it ends, or -1 if none starts here. */
    private int word(int start, int plain) {
        int question = text.indexOf('?', start + 2);
        if (question < 0 || question - start - 2 > LONGEST_LABEL || question + 2 >= text.length()) {
            return -1;
        }
        String label = text.substring(start + 2, question);
        char form = Character.toUpperCase(text.charAt(question + 1));
        if (label.isEmpty() || label.indexOf(' ') >= 0 || (form != 'B' && form != 'Q')) {
            return -1;
        }
        if (text.charAt(question + 2) != '?') {
            return -1;
        }
        int end = end(question + 3, form);
        if (end < 0) {
            endless = true; // and so is whatever follows
            return cutOff(start, plain, question, form, label);
        }
        between(plain, start);
        take(label.split("\\*", 2)[0].toLowerCase(Locale.ROOT), form, text.substring(question + 3, end));
        return end + 2;
    }

    /** A header that was cut at its limit ends within a word; what came of it is worth reading. */
    private int cutOff(int start, int plain, int question, char form, String label) {
        String rest = text.substring(question + 3);
        if (rest.isEmpty() || rest.indexOf(' ') >= 0 || rest.indexOf('?') >= 0 || rest.contains("=?")) {
            return -1;
        }
        between(plain, start);
        take(label.split("\\*", 2)[0].toLowerCase(Locale.ROOT), form, rest);
        return text.length();
    }

    /** A question mark that was not encoded ends no word; one does, unless the rest of a word follows it. */
    private int end(int from, char form) {
        for (int end = text.indexOf("?=", from); end >= 0; end = text.indexOf("?=", end + 1)) {
            boolean code = form == 'Q' && hex(end + 2) && hex(end + 3);
            int next = code ? text.indexOf("?=", end + 2) : -1;
            if (next < 0 || text.substring(end + 2, next).contains("=?")) {
                return end;
            }
            if (text.substring(end + 2, next).indexOf(' ') >= 0) {
                return end;
            }
        }
        return -1;
    }

    private boolean hex(int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
    }

    /** Blanks between two words are no text; anything else is. */
    private void between(int plain, int start) {
        String gap = text.substring(plain, start);
        boolean afterWord = charset != null;
        if (!afterWord || !gap.isBlank()) {
            flush();
            out.append(gap);
        }
    }

    private void take(String label, char form, String words) {
        if (charset != null && !charset.equals(label)) {
            flush();
        }
        charset = label;
        if (form == 'B') {
            takeBase64(words);
        } else {
            flushBase64();
            takeQ(words);
        }
    }

    /** Some programs cut base64 wherever the line ends: what is no whole group waits for the next word. */
    private void takeBase64(String words) {
        for (char c : words.toCharArray()) {
            if (c == '=') {
                flushBase64();
            } else if (c == '-' || c == '_') {
                base64.append(c == '-' ? '+' : '/');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                base64.append(c);
            }
        }
        if (base64.length() % 4 == 0) {
            flushBase64();
        }
    }

    private void flushBase64() {
        if (base64.length() % 4 == 1) {
            base64.setLength(base64.length() - 1); // half a letter that nothing can complete
        }
        bytes.writeBytes(Base64.getDecoder().decode(base64.toString()));
        base64.setLength(0);
    }

    private void takeQ(String words) {
        for (int i = 0; i < words.length(); i++) {
            int c = words.codePointAt(i);
            if (c == '=' && pair(words, i + 1) >= 0) {
                bytes.write(pair(words, i + 1));
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else if (c < 128) {
                bytes.write(c);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
    }

    private static int pair(String words, int at) {
        if (at + 1 >= words.length()) {
            return -1;
        }
        int high = Character.digit(words.charAt(at), 16);
        int low = Character.digit(words.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private void flush() {
        flushBase64();
        if (charset != null) {
            out.append(CharsetGuess.decode(bytes.toByteArray(), charset));
        }
        bytes.reset();
        charset = null;
    }
}
