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
 * @param subject a pattern for {@code ilike}
 * @param subjectWords words of the subject, for {@code to_tsquery}
 * @param messages words of one message, for {@code to_tsquery}
 * @param visibility of that message; null for any
 * @param people a pattern for the requester's name and addresses
 * @param files a pattern for the name of an attached file
 */
record SearchText(
        String number,
        String subject,
        String subjectWords,
        String messages,
        String visibility,
        String people,
        String files) {

    static final String PEOPLE =
            "select p.id from person p where p.name ilike ? union select c.person_id from contact_point c where c.address"
                    + " like lower(?)";

    /** A text without so many letters or digits side by side has no trigrams: it is looked for as whole beginnings. */
    private static final int TRIGRAM = 3;

    /** What people type without naming a field. */
    static SearchText anywhere(Search.Words typed) {
        SearchWords words = new SearchWords(typed.text());
        String query = SearchWords.query(typed);
        boolean number = typed.phrases().isEmpty() && !words.number().isEmpty();
        return new SearchText(
                number ? words.number() : null,
                infix(words),
                infix(words) == null ? filled(query) : null,
                filled(query),
                null,
                words.pattern(),
                null);
    }

    static SearchText inSubject(String value) {
        SearchWords words = new SearchWords(value);
        return new SearchText(
                null, infix(words), infix(words) == null ? filled(query(value)) : null, null, null, null, null);
    }

    static SearchText inMessages(String value, String visibility) {
        return new SearchText(null, null, null, filled(query(value)), visibility, null, null);
    }

    static SearchText inFiles(String value) {
        return new SearchText(null, null, null, null, null, null, new SearchWords(value).pattern());
    }

    /** A condition that finds all such tickets at once. */
    String set() {
        List<String> places = new ArrayList<>();
        add(places, number, "select n.id from ticket n where n.number = ?");
        add(places, subject, "select s.id from ticket s where s.subject ilike ?");
        add(
                places,
                subjectWords,
                "select s.id from ticket s where to_tsvector('simple', s.subject) @@ to_tsquery('simple', ?)");
        add(
                places,
                messages,
                "select m.ticket_id from message m where m.search @@ to_tsquery('simple', ?)" + visible());
        add(places, people, "select r.id from ticket r where r.requester_id in (" + PEOPLE + ")");
        add(
                places,
                files,
                "select m.ticket_id from attachment a join message m on m.id = a.message_id where a.name ilike ?");
        return places.isEmpty() ? "false" : "t.id in (" + String.join(" union ", places) + ")";
    }

    /**
     * A condition that looks at one ticket after the other, what costs least first: {@code offset 0} forbids to gather all of
     * them before. The requesters that are hit may be known, or null.
     */
    String probe(List<Long> requesters) {
        List<String> places = new ArrayList<>();
        add(places, number, "t.number = ?");
        if (people != null && requesters != null) {
            places.add("t.requester_id = any(?::bigint[])");
        }
        add(places, subject, "t.subject ilike ?");
        add(places, subjectWords, "to_tsvector('simple', t.subject) @@ to_tsquery('simple', ?)");
        add(
                places,
                messages,
                "exists (select 1 from message m where m.ticket_id = t.id and m.search @@ to_tsquery('simple', ?)"
                        + visible() + " offset 0)");
        if (people != null && requesters == null) {
            places.add(
                    "exists (select 1 from person p where p.id = t.requester_id and (p.name ilike ? or exists (select 1"
                            + " from contact_point c where c.person_id = p.id and c.address like lower(?) offset 0)) offset"
                            + " 0)");
        }
        add(
                places,
                files,
                "exists (select 1 from message m join attachment a on a.message_id = m.id where m.ticket_id = t.id and"
                        + " a.name ilike ? offset 0)");
        return places.isEmpty() ? "false" : "(" + String.join(" or ", places) + ")";
    }

    /** Of {@link #probe}. */
    List<Object> probeParameters(List<Long> requesters) {
        boolean known = people != null && requesters != null;
        return Stream.of(
                        number,
                        known ? requesters : null,
                        subject,
                        subjectWords,
                        messages,
                        messages == null ? null : visibility,
                        known ? null : people,
                        known ? null : people,
                        files)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    /** Of {@link #set}. */
    List<Object> parameters() {
        List<Object> values = new ArrayList<>();
        for (String value : new String[] {
            number, subject, subjectWords, messages, messages == null ? null : visibility, people, people, files
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

    private static String query(String value) {
        return SearchWords.query(new Search.Words(List.of(value), List.of()));
    }

    private static String infix(SearchWords words) {
        return words.longestRun() < TRIGRAM ? null : words.pattern();
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
