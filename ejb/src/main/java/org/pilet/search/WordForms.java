package org.pilet.search;

import java.util.List;
import java.util.Map;

/**
 * The words of a search, as texts are compared: each as it was typed and the others that are the same word.
 *
 * @param folded by the typed word
 * @param others by the typed word, without those that begin with it
 */
record WordForms(Map<String, String> folded, Map<String, List<String>> others) {

    /** Where nothing is looked up. */
    static final WordForms NONE = new WordForms(Map.of(), Map.of());

    String folded(String word) {
        return folded.getOrDefault(word, word);
    }

    List<String> of(String word) {
        return others.getOrDefault(word, List.of());
    }
}
