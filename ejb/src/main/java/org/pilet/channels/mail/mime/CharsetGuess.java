package org.pilet.channels.mail.mime;

import com.beetstra.jutf7.CharsetProvider;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            Map.entry("x-gbk", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("csgb2312", "gb18030"),
            Map.entry("euc-cn", "gb18030"),
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
            Map.entry("mac-latin2", "x-maccentraleurope"),
            Map.entry("x-mac-ce", "x-maccentraleurope"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "us-ascii"),
            Map.entry("ascii", "us-ascii"),
            Map.entry("koi8", "koi8-r"),
            Map.entry("koi8r", "koi8-r"),
            Map.entry("unicode-1-1-utf-7", "utf-7"),
            Map.entry("utf7", "utf-7"),
            Map.entry("unicode", "utf-16"),
            Map.entry("iso-8859-10", "iso-8859-4"),
            Map.entry("hebrew", "iso-8859-8"),
            Map.entry("greek", "iso-8859-7"),
            Map.entry("chinese", "gb18030"),
            Map.entry("cn-gb", "gb18030"),
            Map.entry("big5-hkscs", "big5-hkscs"),
            Map.entry("cn-big5", "big5"));

    private static final Charset UTF_7 = new CharsetProvider().charsetForName("UTF-7");
    private static final Pattern WINDOWS =
            Pattern.compile("(?:x-)?(?:windows|win|cp|ms|microsoft)[-_ ]?(125[0-8]|874|932|936|949|950)");
    private static final Pattern ISO = Pattern.compile("(?:x-)?iso[-_ ]?8859[-_ ]?(\\d{1,2})");
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,300}?charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
    private static final int META_WITHIN = 4096;

    /** So many of the letters in a text of few kinds of accents are plain ones, in any language written in Latin. */
    private static final double PLAIN_AT_LEAST = 0.4;

    private static final int ENOUGH_LETTERS = 8;

    private CharsetGuess() {}

    /**
     * The text of the bytes.
     *
     * @param declared the label that came with them, or null
     */
    static String decode(byte[] bytes, String declared) {
        Optional<String> shifted = ShiftedText.in(bytes, declared);
        if (shifted.isPresent()) {
            return shifted.get();
        }
        if (ascii(bytes) && !sevenBitShift(declared)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        Charset named = named(declared);
        if (UTF_7.equals(named)) {
            String seven = ascii(bytes) ? strictly(bytes, UTF_7) : null;
            if (seven != null) {
                return seven;
            }
            named = null; // the label lies, and the decoder trips over other bytes
        }
        String utf8 = utf8(bytes);
        if (sixteenBits(named)) {
            if (utf8 != null && plain(utf8)) {
                return withoutMark(utf8);
            }
            named = StandardCharsets.UTF_16.equals(named) && littleEndian(bytes) ? StandardCharsets.UTF_16LE : named;
        }
        // Nobody writes two well-formed UTF-8 sequences by chance in a one-byte charset: the label lies.
        if (utf8 != null && (named == null || singleByte(named))) {
            return withoutMark(WrongLetters.encodedOnce(utf8));
        }
        if (named != null && !named.equals(StandardCharsets.US_ASCII)) {
            String text = StandardCharsets.UTF_8.equals(named) ? utf8 : leniently(bytes, named);
            if (text != null) {
                return withoutMark(
                        StandardCharsets.UTF_8.equals(named)
                                ? WrongLetters.encodedOnce(text)
                                : singleByte(named) ? meant(bytes, named, text) : text);
            }
        }
        String almost = named == null || StandardCharsets.UTF_8.equals(named) ? almostUtf8(bytes) : null;
        return withoutMark(almost != null ? almost : undeclared(bytes));
    }

    /** What a label for one of the one-byte sets may hide. */
    private static String meant(byte[] bytes, Charset named, String text) {
        if (notLatinAfterAll(text)) {
            return foreign(bytes, text);
        }
        if (WrongLetters.isCyrillic(text)) {
            return WrongLetters.otherCyrillic(bytes, text).orElse(text);
        }
        return named.equals(WINDOWS_1252) ? WrongLetters.hungarian(bytes, text) : text;
    }

    private static String undeclared(byte[] bytes) {
        Charset found = detected(bytes);
        String text = new String(bytes, found);
        if (found.equals(WINDOWS_1252)) {
            return notLatinAfterAll(text)
                    ? WrongLetters.arabic(bytes).orElse(text)
                    : WrongLetters.hungarian(bytes, text);
        }
        return singleByte(found) && WrongLetters.isCyrillic(text)
                ? WrongLetters.otherCyrillic(bytes, text).orElse(text)
                : text;
    }

    /** As the standard has it, or with letters beyond the first plane in two halves, as some databases write them. */
    private static String utf8(byte[] bytes) {
        String text = strictly(bytes, StandardCharsets.UTF_8);
        return text != null || !Charset.isSupported("CESU-8") ? text : strictly(bytes, Charset.forName("CESU-8"));
    }

    private static boolean sixteenBits(Charset charset) {
        return charset != null && charset.name().startsWith("UTF-16");
    }

    /** Whether this is text of single bytes: mostly plain characters and no zero among them. */
    private static boolean plain(String text) {
        long plain = text.chars().filter(c -> c >= 32 && c < 127).count();
        return text.indexOf('\0') < 0 && plain * 10 > text.length() * 7L;
    }

    /** The text of HTML, which may name its charset itself where the mail does not. */
    static String html(byte[] bytes, String declared) {
        if (named(declared) == null || StandardCharsets.US_ASCII.equals(named(declared))) {
            String start = new String(bytes, 0, Math.min(bytes.length, META_WITHIN), StandardCharsets.ISO_8859_1);
            Matcher meta = META.matcher(start);
            if (meta.find()) {
                return decode(bytes, meta.group(1));
            }
        }
        return decode(bytes, declared);
    }

    /** UTF-8 with a few bytes that are none: cut off within a letter, or a footer that a server wrote in Latin. */
    private static String almostUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int wrong = 0;
        int dropped = 0;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isMalformed();
                result = decoder.decode(in, out, true)) {
            boolean cutOff = in.remaining() <= result.length();
            for (int i = 0; i < result.length(); i++) {
                byte b = in.get();
                wrong++;
                if (cutOff) {
                    dropped++;
                } else {
                    out.put(new String(new byte[] {b}, WINDOWS_1252));
                }
            }
        }
        String text = out.flip().toString();
        long right = text.chars().filter(c -> c > 127).count() - (wrong - dropped);
        return right >= wrong - dropped && right > 0 ? text : null;
    }

    /** In that charset, with no more than a few bytes that mean nothing in it. */
    private static String leniently(byte[] bytes, Charset charset) {
        String text = strictly(bytes, charset);
        if (text != null) {
            return text;
        }
        String replaced = new String(bytes, charset);
        long wrong = replaced.chars().filter(c -> c == '\uFFFD').count();
        long foreign = replaced.chars().filter(c -> c > 127).count();
        return wrong * 10 <= foreign ? replaced : null;
    }

    /** Whether the label says Latin and the letters say otherwise: no language accents more of them than not. */
    private static boolean notLatinAfterAll(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        long plain = text.chars().filter(c -> c < 128 && Character.isLetter(c)).count();
        long accented = latin - plain;
        return latin == letters && accented >= ENOUGH_LETTERS && plain < PLAIN_AT_LEAST * letters;
    }

    private static String foreign(byte[] bytes, String asLabelled) {
        Charset found = detected(bytes);
        String text = found.equals(WINDOWS_1252) ? null : strictly(bytes, found);
        boolean better = text != null && !notLatinAfterAll(text);
        if (!better) {
            return WrongLetters.arabic(bytes).orElse(asLabelled);
        }
        return WrongLetters.isCyrillic(text)
                ? WrongLetters.otherCyrillic(bytes, text).orElse(text)
                : text;
    }

    private static boolean littleEndian(byte[] bytes) {
        boolean marked = bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < Math.min(bytes.length, 1000); i++) {
            if (bytes[i] == 0) {
                evenZeros += i % 2 == 0 ? 1 : 0;
                oddZeros += i % 2;
            }
        }
        return !marked && oddZeros > evenZeros;
    }

    /** The charset meant by the label, or null for none or one that this machine does not know. */
    static Charset named(String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String name =
                label.replaceAll("[\"'“”]", "").strip().split("[;,(\\s]", 2)[0].toLowerCase(Locale.ROOT);
        name = name.startsWith("=3d") ? name.substring(3) : name;
        Matcher windows = WINDOWS.matcher(name);
        Matcher iso = ISO.matcher(name);
        if (windows.matches()) {
            String page = windows.group(1);
            name = switch (page) {
                case "932" -> "windows-31j";
                case "936" -> "gb18030";
                default -> (page.startsWith("125") ? "windows-" : "x-windows-") + page;
            };
        } else if (iso.matches()) {
            name = "iso-8859-" + iso.group(1);
        }
        name = MEANT.getOrDefault(name, name);
        if (name.equals("utf-7")) {
            return UTF_7;
        }
        if (name.matches("utf[_ ]?(8|16).*")) {
            name = name.replaceFirst("utf[_ ]?", "utf-");
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Charset found = named(detector.getDetectedCharset());
        if (found != null && found.name().equalsIgnoreCase("x-MacCyrillic") && capitalsOfWindows(bytes)) {
            found = Charset.forName("windows-1251");
        }
        boolean useless = found == null
                || found.equals(StandardCharsets.US_ASCII)
                || (singleByte(found) && mixesScripts(new String(bytes, found)));
        return useless ? WINDOWS_1252 : found;
    }

    /** The two sets differ in their capitals only, and the detector prefers the rarer one. */
    private static boolean capitalsOfWindows(byte[] bytes) {
        int windows = 0;
        int macintosh = 0;
        for (byte b : bytes) {
            windows += (b & 0xE0) == 0xC0 || b == (byte) 0xA8 || b == (byte) 0xB8 || b == (byte) 0xFF ? 1 : 0;
            macintosh += (b & 0xE0) == 0x80 || b == (byte) 0xDD || b == (byte) 0xDF ? 1 : 0;
        }
        return windows >= macintosh;
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
        return label.startsWith("iso-2022")
                || label.startsWith("utf-16")
                || label.startsWith("hz-")
                || label.startsWith("unicode")
                || label.replace("-", "").endsWith("utf7");
    }

    private static boolean singleByte(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII)
                || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }
}
