package org.pilet.channels.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Turns bytes into text as the writer meant it: the declared charset if the bytes fit it, else UTF-8 if they are that,
 * else what the detector says, else windows-1252, in which every byte means something.
 */
final class CharsetGuess {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Labels that programs use for a larger set than the label says, or that Java calls differently. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8mb4", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("cp-850", "ibm850"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "us-ascii"),
            Map.entry("ascii", "us-ascii"));

    private CharsetGuess() {}

    /**
     * The text of the bytes.
     *
     * @param declared the label that came with them, or null
     */
    static String decode(byte[] bytes, String declared) {
        if (ascii(bytes) && !sevenBitShift(declared)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        Charset named = named(declared);
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        // Nobody writes two well-formed UTF-8 sequences by chance in a one-byte charset: the label lies.
        if (utf8 != null && (named == null || singleByte(named))) {
            return withoutMark(utf8);
        }
        if (named != null && !named.equals(StandardCharsets.US_ASCII)) {
            String text = strictly(bytes, named);
            if (text != null) {
                return withoutMark(text);
            }
        }
        return withoutMark(new String(bytes, detected(bytes)));
    }

    /** The charset meant by the label, or null for none or one that this machine does not know. */
    static Charset named(String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String name = label.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(MEANT.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Charset found = named(detector.getDetectedCharset());
        boolean useless = found == null
                || found.equals(StandardCharsets.US_ASCII)
                || (singleByte(found) && mixesScripts(new String(bytes, found)));
        return useless ? WINDOWS_1252 : found;
    }

    /** In short texts the detector takes Latin words with accents for Cyrillic ones; no real word mixes the scripts. */
    private static boolean mixesScripts(String text) {
        long mixed = 0;
        long foreign = 0;
        for (String word : text.split("[^\\p{L}]+")) {
            boolean other = word.codePoints()
                    .anyMatch(c -> c > 127 && !Character.UnicodeScript.LATIN.equals(Character.UnicodeScript.of(c)));
            if (other) {
                foreign++;
                mixed += word.codePoints().anyMatch(c -> c < 128) ? 1 : 0;
            }
        }
        return mixed * 2 > foreign;
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException doesNotFit) {
            return null;
        }
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** ISO-2022 and UTF-16 write other letters with seven-bit bytes. */
    private static boolean sevenBitShift(String declared) {
        String label = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        return label.startsWith("iso-2022") || label.startsWith("utf-16") || label.startsWith("hz-");
    }

    private static boolean singleByte(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII)
                || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }
}
