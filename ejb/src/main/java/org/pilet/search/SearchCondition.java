package org.pilet.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Zones;
import org.pilet.security.Caller;

/**
 * A search as a condition on {@code ticket t}. The texts in it are looked up once, when it is made; what then is known by
 * its ids is asked for by them, and the condition is exact in every {@link Form} but {@link Form#SOME}.
 */
class SearchCondition {

    /** How texts are asked for that hit too many tickets to name them all. */
    enum Form {
        /** By all their tickets at once: costs the same however few of them are wanted. */
        SET,
        /** By looking at one ticket after the other: costs little where few have to be looked at. */
        WALK,
        /** By the first hits only: finds no ticket that should not be found, but not all of them. */
        SOME
    }

    private static final Set<String> NOBODY = Set.of("nobody", "none");
    private static final SearchHitStore.Found UNKNOWN = new SearchHitStore.Found(List.of(), false);

    private final Search search;
    private final Caller caller;
    private final Instant now;
    private final SearchHitStore hits;
    private final Map<SearchText, SearchHitStore.Found> found = new HashMap<>();
    private final Map<String, SearchHitStore.Found> people = new HashMap<>();
    private final Map<String, SearchHitStore.Found> files = new HashMap<>();
    private List<Object> parameters = new ArrayList<>();
    private Form form = Form.SET;
    private final Map<Asked, Meaning> meanings = new HashMap<>();
    private boolean unnamed;
    private boolean negated;

    /** Words, and the field they stand behind or null. */
    private record Asked(Search.Words words, SearchField field) {}

    /** What was asked by some words: those, or the ones they were mistyped from. */
    private record Meaning(Search.Words words, SearchText text) {}

    /** Where words are looked for. */
    private interface Places {
        SearchText of(Search.Words words, WordForms forms);
    }

    private SearchCondition(Search search, Caller caller, Instant now, SearchHitStore hits) {
        this.search = search;
        this.caller = caller;
        this.now = now;
        this.hits = hits;
        sql(search);
    }

    /** Of no text: finds all. Refused with {@link InvalidInput} when a field has a value it cannot have. */
    static SearchCondition of(String text, Caller caller, Instant now, SearchHitStore hits) {
        return new SearchCondition(
                text == null ? new Search.All(List.of()) : SearchReader.read(text), caller, now, hits);
    }

    /** Refused with {@link InvalidInput} when a field has a value it cannot have. */
    static void check(String text, Caller caller, Instant now) {
        of(text, caller, now, null);
    }

    /** Whether all tickets are known that its texts hit, so that all forms are the same. */
    boolean isWhole() {
        return found.values().stream().allMatch(SearchHitStore.Found::whole);
    }

    /** Whether a text was not looked up, being expected to hit too many. */
    boolean isSkipped() {
        return found.values().stream()
                .anyMatch(each -> !each.whole() && each.ids().isEmpty());
    }

    /** Adds the search to the conditions. */
    Conditions addedTo(Conditions conditions, Form how) {
        return textsAddedTo(plainAddedTo(conditions), how);
    }

    /** Adds what needs no look at texts any more: that much of the search any list can be narrowed by. */
    Conditions plainAddedTo(Conditions conditions) {
        parts().filter(part -> !looksAtTexts(part)).forEach(part -> add(part, Form.SET, conditions));
        return conditions;
    }

    /** Adds the rest. */
    Conditions textsAddedTo(Conditions conditions, Form how) {
        parts().filter(this::looksAtTexts).forEach(part -> add(part, how, conditions));
        return conditions;
    }

    private Stream<Search> parts() {
        return search instanceof Search.All all ? all.parts().stream() : Stream.of(search);
    }

    private boolean looksAtTexts(Search part) {
        unnamed = false;
        add(part, Form.SET, new Conditions());
        return unnamed;
    }

    private void add(Search part, Form how, Conditions conditions) {
        parameters = new ArrayList<>();
        form = how;
        String sql = sql(part);
        if (!sql.isEmpty()) {
            conditions.and(sql, parameters.toArray());
        }
    }

    private String sql(Search part) {
        if (part instanceof Search.All all) {
            return joined(all.parts(), " and ");
        }
        if (part instanceof Search.Any any) {
            return joined(any.parts(), " or ");
        }
        if (part instanceof Search.Not not) {
            return not(not);
        }
        if (part instanceof Search.Words words) {
            return text(words, null, SearchText::anywhere);
        }
        return match((Search.Match) part);
    }

    private String not(Search.Not not) {
        Form outside = form;
        form = form == Form.SOME ? Form.SET : form; // some of what is not wanted would leave the rest of it
        boolean wanted = !negated;
        negated = wanted;
        String inner = sql(not.part());
        negated = !wanted;
        form = outside;
        return inner.isEmpty() ? "" : "coalesce(" + inner + ", false) = false";
    }

    private String joined(List<Search> parts, String how) {
        String sql =
                parts.stream().map(this::sql).filter(each -> !each.isEmpty()).collect(Collectors.joining(how));
        return sql.isEmpty() ? "" : "(" + sql + ")";
    }

    private String text(Search.Words words, SearchField field, Places places) {
        return text(meanings.computeIfAbsent(new Asked(words, field), each -> meaning(words, places))
                .text());
    }

    /** Words by which nothing at all is found may have been mistyped; what is not wanted is taken as it was said. */
    private Meaning meaning(Search.Words typed, Places places) {
        if (hits == null) {
            return new Meaning(typed, places.of(typed, WordForms.NONE));
        }
        SearchText asked = places.of(typed, hits.words().forms(typed));
        SearchHitStore.Found known = look(asked);
        if (known.whole() && known.ids().isEmpty() && !negated) {
            Search.Words meant = hits.words().meant(typed);
            if (!meant.equals(typed)) {
                return new Meaning(meant, places.of(meant, hits.words().forms(meant)));
            }
        }
        return new Meaning(typed, asked);
    }

    private SearchHitStore.Found look(SearchText text) {
        return found.computeIfAbsent(text, each -> hits == null ? UNKNOWN : hits.of(each));
    }

    /** The words that are looked for where some were mistyped; null where none were. */
    String instead() {
        String words = corrected().map(Search.Words::text).collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    /** All plain words that are wanted, for {@code to_tsquery}; empty when there are none. */
    String wantedWords() {
        Search.Words wanted = Search.wanted(search);
        Search.Words meant = new Search.Words(
                Stream.concat(wanted.words().stream(), corrected().flatMap(each -> each.words().stream()))
                        .distinct()
                        .toList(),
                wanted.phrases());
        return hits == null ? "" : SearchWords.query(meant, hits.words().forms(meant));
    }

    private Stream<Search.Words> corrected() {
        return meanings.entrySet().stream()
                .filter(each -> !each.getValue().words().equals(each.getKey().words()))
                .map(each -> each.getValue().words());
    }

    private String text(SearchText text) {
        SearchHitStore.Found known = look(text);
        if (known.whole() || form == Form.SOME) {
            return with("t.id = any(?::bigint[])", known.ids());
        }
        unnamed = true;
        if (form != Form.WALK) {
            parameters.addAll(text.parameters());
            return text.set();
        }
        List<Long> named = text.people() == null ? null : named(text.people());
        List<Long> withFiles = text.fileWords() == null ? null : withFiles(text.fileWords());
        parameters.addAll(text.probeParameters(named, withFiles));
        return text.probe(named, withFiles);
    }

    /** The tickets with such files; null when they are too many to be named. */
    private List<Long> withFiles(String query) {
        SearchHitStore.Found all = files.computeIfAbsent(query, each -> hits == null ? UNKNOWN : hits.files(each));
        return all.whole() ? all.ids() : null;
    }

    /** The people with such a name or address; null when they are too many to be named. */
    private List<Long> named(String pattern) {
        SearchHitStore.Found all = people.computeIfAbsent(pattern, each -> hits == null ? UNKNOWN : hits.people(each));
        return all.whole() ? all.ids() : null;
    }

    private String match(Search.Match match) {
        if (match.values().isEmpty()) {
            return "";
        }
        return match.values().stream()
                .map(value -> match(match.field(), value))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String match(SearchField field, String value) {
        return switch (field.kind()) {
            case CONSTANT -> constant(field, value);
            case NAMED -> named(field, value);
            case PERSON -> person(field.sql(), value);
            case PEOPLE ->
                "exists (select 1 from " + field.sql() + " x where x.ticket_id = t.id and "
                        + person("x.person_id", value) + ")";
            case TAG ->
                with("exists (select 1 from ticket_tag g where g.ticket_id = t.id and g.tag = lower(?))", value);
            case WORDS ->
                text(plain(value), field, field == SearchField.FILE ? SearchText::inFiles : SearchText::inSubject);
            case EXACT -> with(field.sql() + " = ?", value);
            case FULL_TEXT ->
                text(plain(value), field, (words, forms) -> SearchText.inMessages(words, field.sql(), forms));
            case PAST, FUTURE -> moment(field, value);
            case FLAG -> flag(field, value);
        };
    }

    private static Search.Words plain(String value) {
        return new Search.Words(List.of(value), List.of());
    }

    private String with(String sql, Object value) {
        parameters.add(value);
        return sql;
    }

    private String constant(SearchField field, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (!field.words().contains(word)) {
            throw misunderstood(field, value);
        }
        return with(field.sql() + " = ?", word.toUpperCase(Locale.ROOT));
    }

    /** By the whole name, or its beginning, or {@code #} and its id; "none" where there may be none; assets by any part. */
    private String named(SearchField field, String value) {
        if (field == SearchField.QUEUE && value.startsWith("=")) {
            return alone(value.substring(1));
        }
        if (isId(value)) {
            return with(field.sql().formatted("n.id = ?"), id(value));
        }
        if (field == SearchField.ASSET && NOBODY.contains(value.toLowerCase(Locale.ROOT))) {
            return "not " + field.sql().formatted("true");
        }
        if (field == SearchField.ASSET) {
            String part = new SearchWords(value).pattern();
            parameters.add(part);
            return with(field.sql().formatted("n.name ilike ? or n.identifier ilike ?"), part);
        }
        if (field == SearchField.ORGANISATION && NOBODY.contains(value.toLowerCase(Locale.ROOT))) {
            return "t.organisation_id is null";
        }
        String pattern = new SearchWords(value).pattern().substring(1);
        return with(field.sql().formatted("n.name ilike ?"), pattern);
    }

    /** A queue without those below it. */
    private String alone(String value) {
        if (isId(value)) {
            return with("t.queue_id = ?", id(value));
        }
        String pattern = new SearchWords(value).pattern().substring(1);
        return with("t.queue_id in (select n.id from queue n where n.name ilike ?)", pattern);
    }

    private String person(String column, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.equals("me")) {
            return with(column + " = ?", caller.personId());
        }
        if (NOBODY.contains(word)) {
            return column + " is null";
        }
        if (isId(value)) {
            return with(column + " = ?", id(value));
        }
        String pattern = new SearchWords(value).pattern();
        List<Long> named = named(pattern);
        if (named != null) {
            return with(column + " = any(?::bigint[])", named);
        }
        parameters.add(pattern);
        parameters.add(pattern);
        return column + " in (" + SearchText.PEOPLE + ")";
    }

    private static boolean isId(String value) {
        return value.matches("#\\d{1,18}");
    }

    private static long id(String value) {
        return Long.parseLong(value.substring(1));
    }

    private String moment(SearchField field, String value) {
        if (NOBODY.contains(value.toLowerCase(Locale.ROOT)) || value.equalsIgnoreCase("never")) {
            return field.sql() + " is null";
        }
        SearchMoment span = SearchMoment.of(
                value.toLowerCase(Locale.ROOT), field.kind() == SearchField.Kind.FUTURE, now, Zones.of(caller.zone()));
        if (span == null) {
            throw misunderstood(field, value);
        }
        List<String> sides = new ArrayList<>();
        if (span.from() != null) {
            sides.add(with(field.sql() + " >= ?", span.from()));
        }
        if (span.before() != null) {
            sides.add(with(field.sql() + " < ?", span.before()));
        }
        return "(" + String.join(" and ", sides) + ")";
    }

    private String flag(SearchField field, String value) {
        String sql = SearchFlag.named(field, value)
                .orElseThrow(() -> misunderstood(field, value))
                .sql();
        if (sql.contains(":me")) {
            parameters.add(caller.personId());
        }
        if (sql.contains(":now")) {
            parameters.add(now);
        }
        return sql.replace(":me", "?").replace(":now", "?");
    }

    private static InvalidInput misunderstood(SearchField field, String value) {
        return new InvalidInput("search", "search", field.word() + ":" + value, String.join(", ", field.words()));
    }
}
