package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Sql;

/** All words that were ever written, so that other forms of a word and slips of the finger are known. */
@Dependent
class WordStore {

    /** So many other forms of a word are looked for; the languages there are have fewer in use. */
    private static final int FORMS = 30;

    private static final int ALIKE = 60;

    @Inject
    private Sql sql;

    private final Map<Search.Words, WordForms> known = new HashMap<>();

    protected WordStore() {}

    WordStore(Sql sql) {
        this.sql = sql;
    }

    /** What the words of a search are in texts; asked once. */
    WordForms forms(Search.Words typed) {
        return known.computeIfAbsent(typed, this::read);
    }

    private WordForms read(Search.Words typed) {
        List<String> words = SearchWords.every(typed);
        if (words.isEmpty()) {
            return WordForms.NONE;
        }
        Map<String, String> folded = new HashMap<>();
        Map<String, List<String>> others = new HashMap<>();
        sql.list(
                "select w.word, folded(w.word) as folded, case when length(w.word) > 2 and w.word !~ '[0-9@.-]' then"
                        + " array_to_string(forms_of(w.word, ?), ' ') else '' end as forms from unnest(?::text[]) w (word)",
                row -> {
                    String plain = row.text("folded");
                    folded.put(row.text("word"), plain);
                    return others.put(row.text("word"), others(plain, row.text("forms")));
                },
                FORMS,
                words);
        return new WordForms(folded, others);
    }

    private static List<String> others(String folded, String forms) {
        return Arrays.stream(forms.split(" "))
                .filter(form -> !form.isEmpty() && !form.startsWith(folded))
                .toList();
    }

    /** The same words, but each that nobody ever wrote as the one it seems to be mistyped from; phrases are left alone. */
    Search.Words meant(Search.Words typed) {
        List<String> words = SearchWords.plain(typed).stream().map(this::meant).toList();
        return words.equals(SearchWords.plain(typed)) ? typed : new Search.Words(words, typed.phrases());
    }

    private String meant(String typed) {
        if (!Slip.isLikely(typed)) {
            return typed;
        }
        String folded = forms(new Search.Words(List.of(typed), List.of())).folded(typed);
        boolean known = sql.number(
                        "select count(*) as value from (select 1 from search_word where folded like ? || '%' limit 1) w",
                        folded)
                > 0;
        if (known) {
            return typed;
        }
        List<Slip.Candidate> alike = sql.list(
                "select a.folded, a.seen from words_alike(?, ?, ?) a",
                row -> new Slip.Candidate(row.text("folded"), row.number("seen")),
                folded,
                Slip.near(folded),
                ALIKE);
        return Slip.meant(folded, alike).orElse(typed);
    }

    /** Reads the words of some more messages; false when all have been read, or somebody else is at it. */
    boolean readOn(int most) {
        return sql.first(
                        "select last_message from search_word_progress for update skip locked",
                        row -> row.number("last_message"))
                .map(last -> readFrom(last, most))
                .orElse(false);
    }

    private boolean readFrom(long last, int most) {
        long end = sql.number(
                "select coalesce(max(id), 0) as value from (select id from message where id > ? order by id limit ?) m",
                last,
                most);
        if (end == 0) {
            return false;
        }
        if (last == 0) {
            sql.list(
                    "select note_words(array(select array_to_string(tsvector_to_array(search), ' ') from"
                            + " attachment_words))",
                    row -> true);
        }
        sql.list(
                "select note_words(array(select concat_ws(' ', m.subject, t.subject, m.author_name, m.body_text) from"
                        + " message m join ticket t on t.id = m.ticket_id where m.id > ? and m.id <= ?))",
                row -> true,
                last,
                end);
        sql.update("update search_word_progress set last_message = ?", end);
        return true;
    }

    /** Notes the words of other texts. */
    void note(String text) {
        sql.list("select note_words(array[?::text])", row -> true, text);
    }

    /** Begins anew, for something was taken out of what had been read. */
    void forget() {
        sql.update("delete from search_word");
        sql.update("update search_word_progress set last_message = 0");
    }
}
