package org.pilet.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slips of the finger: a letter too many, too few, another one, or two in the wrong order. */
final class Slip {

    /** Shorter words are near too many others. */
    private static final int SHORTEST = 4;

    /** From here on two slips in one word are forgiven. */
    private static final int LONG = 8;

    private Slip() {}

    /** A word that somebody wrote, and how often. */
    record Candidate(String word, long seen) {}

    /** Whether it can be a mistyped word: numbers, names of files and addresses are what they are. */
    static boolean isLikely(String word) {
        return word.length() >= SHORTEST
                && word.codePoints().allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Words that it was by one letter too many or two in the wrong order; with few letters in common these look least alike. */
    static Set<String> near(String word) {
        Set<String> near = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            near.add(word.substring(0, i) + word.substring(i + 1));
            if (i > 0) {
                near.add(word.substring(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.substring(i + 1));
            }
        }
        near.remove(word);
        return near;
    }

    /** The word that the fewest slips turn into the typed one; of several the most used. */
    static Optional<String> meant(String typed, List<Candidate> candidates) {
        int most = typed.length() < LONG ? 1 : 2;
        return candidates.stream()
                .filter(each -> count(typed, each.word()) <= most)
                .min(Comparator.<Candidate>comparingInt(each -> count(typed, each.word()))
                        .thenComparing(Comparator.comparingLong(Candidate::seen).reversed())
                        .thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** How many slips lie between two words. */
    static int count(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 ? j : j == 0 ? i : least(one, other, i, j, slips);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int least(String one, String other, int i, int j, int[][] slips) {
        int replaced = slips[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
