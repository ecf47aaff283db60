package org.pilet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed into a search box, in the forms the database wants. Digits of other scripts become ASCII ones, so
 * that a number reads the same in Persian.
 */
record SearchWords(String text) {

    private static final int LONGEST = 500;

    static SearchWords of(String typed) {
        String plain = typed.replace("\0", "").strip();
        String clipped = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return new SearchWords(clipped.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    /** The text as a ticket's number, or empty when it cannot be one. */
    String number() {
        String plain = text.startsWith("#") ? text.substring(1).strip() : text;
        return plain.length() < 19 && !plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9')
                ? plain
                : "";
    }

    /** For {@code ilike}: the text anywhere. */
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** How many letters and digits stand side by side at most. */
    int longestRun() {
        int longest = 0;
        int run = 0;
        for (int c : text.codePoints().toArray()) {
            run = Character.isLetterOrDigit(c) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /**
     * For {@code to_tsquery}: all words, each of them from its beginning on (a single letter only by itself, since nearly
     * every text has a word that begins with it) or in another form, and all phrases as they are; empty when there is none.
     */
    static String query(Search.Words typed, WordForms forms) {
        Stream<String> words = plain(typed).stream().map(word -> query(word, forms));
        Stream<String> phrases = typed.phrases().stream()
                .map(phrase -> new SearchWords(phrase)
                        .words().stream()
                                .map(word -> quoted(forms.folded(word)))
                                .collect(Collectors.joining(" <-> ")))
                .filter(phrase -> !phrase.isEmpty())
                .map(phrase -> "(" + phrase + ")");
        return Stream.concat(words, phrases).collect(Collectors.joining(" & "));
    }

    /** The words outside phrases, each by itself. */
    static List<String> plain(Search.Words typed) {
        return new SearchWords(String.join(" ", typed.words())).words();
    }

    private static String query(String word, WordForms forms) {
        String begun = quoted(forms.folded(word)) + (word.length() == 1 ? "" : ":*");
        String others =
                forms.of(word).stream().map(form -> " | " + quoted(form)).collect(Collectors.joining());
        return others.isEmpty() ? begun : "(" + begun + others + ")";
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "").replace("'", "''") + "'";
    }

    /** All words of it, those of phrases too. */
    static List<String> every(Search.Words typed) {
        return new SearchWords(typed.text()).words();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{M}\\p{N}\\p{Cf}@.\\-]+")) { // a Persian half-space parts no words
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
        }
        return words;
    }
}
