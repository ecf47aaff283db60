package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Text that writes other letters with seven-bit bytes: the ISO-2022 family by escape sequences, which tell it apart
 * whatever the label says, and HZ (RFC 1843), which only its label tells.
 */
final class ShiftedText {

    private static final byte ESCAPE = 0x1B;

    /** Microsoft's set holds the circled digits and units that people label ISO-2022-JP; the others hold older letters. */
    private static final List<String> JAPANESE = List.of("x-windows-iso2022jp", "ISO-2022-JP", "ISO-2022-JP-2");

    private ShiftedText() {}

    /** Empty if the bytes are none such. */
    static Optional<String> in(byte[] bytes, String declared) {
        String label = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (label.startsWith("hz-") || label.equals("hz")) {
            return Optional.of(hz(bytes));
        }
        if (!escapes(bytes) || label.contains("2022-kr") || label.contains("2022-cn")) {
            return Optional.empty();
        }
        return JAPANESE.stream()
                .filter(Charset::isSupported)
                .map(name -> strictly(bytes, Charset.forName(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.chars().anyMatch(c -> c == '\uFFFD') ? Optional.empty() : Optional.of(text.toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** Between tilde-braces each pair of bytes is a letter of GB 2312; a line's end ends it too. */
    private static String hz(byte[] bytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        boolean shifted = false;
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 255);
            char next = i + 1 < bytes.length ? (char) (bytes[i + 1] & 255) : 0;
            if (c == '\n' || c == '\r') {
                shifted = false;
                plain.write(c);
            } else if (c == '~' && (next == '{' || next == '}')) {
                shifted = next == '{';
                i++;
            } else if (c == '~' && !shifted && (next == '~' || next == '\n')) {
                if (next == '~') {
                    plain.write('~');
                }
                i++;
            } else {
                plain.write(shifted ? c | 0x80 : c);
            }
        }
        Charset simplified = Charset.isSupported("GB18030") ? Charset.forName("GB18030") : StandardCharsets.ISO_8859_1;
        return plain.toString(simplified);
    }
}
