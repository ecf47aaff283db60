package org.pilet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text and the places where it is looked for; it is enough to stand in one of them, and null where it is not looked for.
 * Each place can be asked in two ways: which tickets, or whether this one.
 *
 * @param number a ticket's whole number
 * @param subject a pattern for {@code like}, as all patterns
 * @param subjectWords words of the subject, for {@code to_tsquery}
 * @param messages words of one message, for {@code to_tsquery}
 * @param visibility of that message; null for any
 * @param people a pattern for the requester's name and addresses
 * @param files a pattern for the name of an attached file
 * @param fileWords words of one attached file or its name, for {@code to_tsquery}
 */
record SearchText(
        String number,
        String subject,
        String subjectWords,
        String messages,
        String visibility,
        String people,
        String files,
        String fileWords) {

    static final String PEOPLE =
            "select p.id from person p where folded(p.name) like folded(?) union select c.person_id from contact_point c where c.address"
                    + " like lower(?)";

    static final String FILES =
            "select m.ticket_id from attachment_words w join attachment a on a.id = w.attachment_id join message m on m.id ="
                    + " a.message_id where w.search @@ to_tsquery('simple', ?)";

    /** A text without so many letters or digits side by side has no trigrams: it is looked for as whole beginnings. */
    private static final int TRIGRAM = 3;

    /** What people type without naming a field. */
    static SearchText anywhere(Search.Words typed, WordForms forms) {
        SearchWords words = new SearchWords(typed.text());
        String query = filled(SearchWords.query(typed, forms));
        boolean number = typed.phrases().isEmpty() && !words.number().isEmpty();
        return new SearchText(
                number ? words.number() : null, infix(words), query, query, null, words.pattern(), null, query);
    }

    static SearchText inSubject(Search.Words value, WordForms forms) {
        return new SearchText(
                null,
                infix(new SearchWords(value.text())),
                filled(SearchWords.query(value, forms)),
                null,
                null,
                null,
                null,
                null);
    }

    static SearchText inMessages(Search.Words value, String visibility, WordForms forms) {
        return new SearchText(null, null, null, filled(SearchWords.query(value, forms)), visibility, null, null, null);
    }

    static SearchText inFiles(Search.Words value, WordForms forms) {
        return new SearchText(
                null,
                null,
                null,
                null,
                null,
                null,
                new SearchWords(value.text()).pattern(),
                filled(SearchWords.query(value, forms)));
    }

    /** A condition that finds all such tickets at once. */
    String set() {
        List<String> places = new ArrayList<>();
        add(places, number, "select n.id from ticket n where n.number = ?");
        add(places, subject, "select s.id from ticket s where s.subject_folded like folded(?)");
        add(places, subjectWords, "select s.id from ticket s where s.subject_words @@ to_tsquery('simple', ?)");
        add(
                places,
                messages,
                "select m.ticket_id from message m where m.search @@ to_tsquery('simple', ?)" + visible());
        add(places, people, "select r.id from ticket r where r.requester_id in (" + PEOPLE + ")");
        add(
                places,
                files,
                "select m.ticket_id from attachment a join message m on m.id = a.message_id where a.name ilike ?");
        add(places, fileWords, FILES);
        return places.isEmpty() ? "false" : "t.id in (" + String.join(" union ", places) + ")";
    }

    /**
     * A condition that looks at one ticket after the other, what costs least first: {@code offset 0} forbids to gather all of
     * them before, and what is compared is made once in a {@code select} of its own, since a plan that is kept would make it
     * anew for each message. The requesters that are hit, and the tickets whose files are, may be known, or null.
     */
    String probe(List<Long> requesters, List<Long> withFiles) {
        List<String> places = new ArrayList<>();
        add(places, number, "t.number = ?");
        if (people != null && requesters != null) {
            places.add("t.requester_id = any(?::bigint[])");
        }
        if (fileWords != null && withFiles != null) {
            places.add("t.id = any(?::bigint[])");
        }
        add(places, subject, "t.subject_folded like (select folded(?))");
        add(places, subjectWords, "t.subject_words @@ (select to_tsquery('simple', ?))");
        add(
                places,
                messages,
                "exists (select 1 from message m where m.ticket_id = t.id and m.search @@ (select to_tsquery('simple', ?))"
                        + visible() + " offset 0)");
        if (people != null && requesters == null) {
            places.add(
                    "exists (select 1 from person p where p.id = t.requester_id and (folded(p.name) like (select folded(?)) or exists (select 1"
                            + " from contact_point c where c.person_id = p.id and c.address like (select lower(?)) offset 0)) offset"
                            + " 0)");
        }
        add(
                places,
                files,
                "exists (select 1 from message m join attachment a on a.message_id = m.id where m.ticket_id = t.id and"
                        + " a.name ilike ? offset 0)");
        if (fileWords != null && withFiles == null) {
            places.add(
                    "exists (select 1 from message m join attachment a on a.message_id = m.id join attachment_words w on"
                            + " w.attachment_id = a.id where m.ticket_id = t.id and w.search @@ (select to_tsquery('simple', ?)) offset 0)");
        }
        return places.isEmpty() ? "false" : "(" + String.join(" or ", places) + ")";
    }

    /** Of {@link #probe}. */
    List<Object> probeParameters(List<Long> requesters, List<Long> withFiles) {
        boolean known = people != null && requesters != null;
        boolean filesKnown = fileWords != null && withFiles != null;
        return Stream.of(
                        number,
                        known ? requesters : null,
                        filesKnown ? withFiles : null,
                        subject,
                        subjectWords,
                        messages,
                        messages == null ? null : visibility,
                        known ? null : people,
                        known ? null : people,
                        files,
                        filesKnown ? null : fileWords)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    /** Of {@link #set}. */
    List<Object> parameters() {
        List<Object> values = new ArrayList<>();
        for (String value : new String[] {
            number,
            subject,
            subjectWords,
            messages,
            messages == null ? null : visibility,
            people,
            people,
            files,
            fileWords
        }) {
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private String visible() {
        return visibility == null ? "" : " and m.visibility = ?";
    }

    private static void add(List<String> places, String value, String sql) {
        if (value != null) {
            places.add(sql);
        }
    }

    private static String infix(SearchWords words) {
        return words.longestRun() < TRIGRAM ? null : words.pattern();
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
