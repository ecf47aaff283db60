package org.pilet.search;

import java.util.List;
import java.util.stream.Stream;

/** What somebody looks for, as a tree. */
sealed interface Search {

    /** All of them; none asks for nothing and finds all. */
    record All(List<Search> parts) implements Search {}

    record Any(List<Search> parts) implements Search {}

    record Not(Search part) implements Search {}

    /** Words as people type them, and phrases whose words stand side by side. */
    record Words(List<String> words, List<String> phrases) implements Search {
        /** All of it as one text. */
        String text() {
            return String.join(
                    " ", Stream.concat(words.stream(), phrases.stream()).toList());
        }
    }

    /** A field with one of these values. */
    record Match(SearchField field, List<String> values) implements Search {}

    /** All plain words that are wanted, wherever they stand; for highlighting. */
    static Words wanted(Search search) {
        List<Words> all = words(search).toList();
        return new Words(
                all.stream().flatMap(each -> each.words().stream()).toList(),
                all.stream().flatMap(each -> each.phrases().stream()).toList());
    }

    private static Stream<Words> words(Search search) {
        if (search instanceof Words words) {
            return Stream.of(words);
        }
        if (search instanceof All all) {
            return all.parts().stream().flatMap(Search::words);
        }
        if (search instanceof Any any) {
            return any.parts().stream().flatMap(Search::words);
        }
        if (search instanceof Match match && match.field().kind() == SearchField.Kind.FULL_TEXT) {
            return Stream.of(new Words(match.values(), List.of()));
        }
        return Stream.empty();
    }
}
