package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that decodes without a fault and still is not what was written: Cyrillic under the label of another Cyrillic set,
 * Hungarian under the label of Latin-1, Arabic letters under any, and UTF-8 that a server took for Latin and encoded
 * again. Each is only mended where the letters leave no doubt.
 */
final class WrongLetters {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<Charset> CYRILLIC = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-R"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("IBM866"));

    private static final String COMMON_CYRILLIC = "оеаинтсрвліђјћ";
    private static final String COMMON_ARABIC = "اليوندرمتبهسیک";
    private static final String CYRILLIC_MARKS = "«»—–№„“”…’\u00A0";
    private static final double CLEARLY_WRONG = 0.45;
    private static final double CLEARLY_RIGHT = 0.5;
    private static final int ENOUGH = 4;
    private static final int ENOUGH_SEQUENCES = 3;

    /** Besides plain letters Hungarian has only these, and no neighbour of it has them together with K. */
    private static final Pattern HUNGARIAN_AS_LATIN =
            Pattern.compile("(?s)[\\x00-\\x7FáéíóöüõûÁÉÍÓÖÜÕÛ\u00A0§–„”“’…€°]*");

    private static final Pattern LONG_VOWELS = Pattern.compile("[õÕûÛ]");
    private static final Pattern ONLY_HUNGARIAN = Pattern.compile("(?s).*[áíóÁÍÓ].*|.*é.*[õ].*|.*[õ].*é.*");

    private WrongLetters() {}

    /** The text of the bytes if it looks as though it were Cyrillic of another set than it was read in. */
    static Optional<String> otherCyrillic(byte[] bytes, String read) {
        long foreign = read.chars().filter(c -> c > 127).count();
        double asRead = cyrillic(read);
        if (foreign < ENOUGH || asRead >= CLEARLY_WRONG) {
            return Optional.empty();
        }
        String best = null;
        double score = Math.max(CLEARLY_RIGHT, 1.6 * asRead);
        for (Charset charset : CYRILLIC) {
            String text = new String(bytes, charset);
            double found = cyrillic(text);
            if (found > score) {
                best = text;
                score = found;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether most of the letters that are not plain ones are Cyrillic. */
    static boolean isCyrillic(String text) {
        long foreign =
                text.chars().filter(c -> c > 127 && Character.isLetter(c)).count();
        long cyrillic = text.chars()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                .count();
        return foreign > 0 && cyrillic * 2 > foreign;
    }

    /** How much of the text's letters are common ones and stand as people write them: capitals first, if at all. */
    private static double cyrillic(String text) {
        double good = 0;
        int all = 0;
        boolean misplaced = false;
        char before = ' ';
        for (char c : text.toCharArray()) {
            boolean capital = Character.isUpperCase(c);
            misplaced = Character.isLetter(before) && (misplaced || (capital && Character.isLowerCase(before)));
            if (c > 127) {
                all++;
                if (misplaced) {
                    good--;
                } else if (COMMON_CYRILLIC.indexOf(Character.toLowerCase(c)) >= 0) {
                    good += capital ? 0.7 : 1;
                } else if (CYRILLIC_MARKS.indexOf(c) >= 0) {
                    good += 0.5;
                } else if (Character.UnicodeScript.of(c) != Character.UnicodeScript.CYRILLIC) {
                    good--;
                }
            }
            before = c;
        }
        return all == 0 ? 0 : good / all;
    }

    /** Arabic or Persian in Windows' set, which no detector at hand knows. */
    static Optional<String> arabic(byte[] bytes) {
        String text = new String(bytes, Charset.forName("windows-1256"));
        long foreign = text.chars().filter(c -> c > 127).count();
        long common = text.chars().filter(c -> COMMON_ARABIC.indexOf(c) >= 0).count();
        long latin = text.chars()
                .filter(c -> c > 127
                        && Character.isLetter(c)
                        && Character.UnicodeScript.of(c) != Character.UnicodeScript.ARABIC)
                .count();
        boolean sure = foreign >= 2 * ENOUGH && common > CLEARLY_WRONG * foreign && latin * 10 < foreign;
        return sure ? Optional.of(text) : Optional.empty();
    }

    /** Hungarian's two long vowels share their bytes with two letters of Latin-1 that Hungarian does not have. */
    static String hungarian(byte[] bytes, String asLatin) {
        boolean hungarian = LONG_VOWELS.matcher(asLatin).find()
                && HUNGARIAN_AS_LATIN.matcher(asLatin).matches()
                && ONLY_HUNGARIAN.matcher(asLatin).matches()
                && (asLatin.indexOf('k') >= 0 || asLatin.indexOf('K') >= 0 || asLatin.contains("gy"));
        return hungarian ? new String(bytes, Charset.forName("windows-1250")) : asLatin;
    }

    /** Text that was UTF-8, was taken for Latin and became UTF-8 once more: all of it, and often enough to be no quotation. */
    static String encodedOnce(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int sequences = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 255) {
                byte[] one = Character.toString(c).getBytes(WINDOWS_1252);
                if (one.length != 1 || one[0] == '?') {
                    return text;
                }
                bytes.write(one[0]);
            } else {
                sequences += c >= 0xC2 && c <= 0xF4 ? 1 : 0;
                bytes.write(c);
            }
        }
        if (sequences < ENOUGH_SEQUENCES) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException writtenSo) {
            return text;
        }
    }
}
