package org.pilet.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.security.Caller;

/** A search as a condition on {@code ticket t}. Each kind of hit goes by an index of its own. */
class SearchCondition {

    private static final Set<String> NOBODY = Set.of("nobody", "none");

    /** Joined, not or-ed, since PostgreSQL plans a union of indexes better. */
    private static final String WORDS = "t.id in (select s.id from ticket s where s.subject ilike ? union select"
            + " m.ticket_id from message m where m.search @@ to_tsquery('simple', ?) union select r.id from ticket r"
            + " where r.requester_id in (select p.id from person p where p.name ilike ? union select c.person_id from"
            + " contact_point c where c.address like lower(?)))";

    private static final String PEOPLE =
            "select p.id from person p where p.name ilike ? union select c.person_id from contact_point c where"
                    + " c.address like lower(?)";

    private final Caller caller;
    private final Instant now;
    private final List<Object> parameters = new ArrayList<>();

    SearchCondition(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** Adds the search to the conditions. Refused with {@link InvalidInput} when a field has a value it cannot have. */
    static void add(Conditions conditions, Search search, Caller caller, Instant now) {
        SearchCondition condition = new SearchCondition(caller, now);
        String sql = condition.sql(search);
        if (!sql.isEmpty()) {
            conditions.and(sql, condition.parameters.toArray());
        }
    }

    private String sql(Search search) {
        if (search instanceof Search.All all) {
            return joined(all.parts(), " and ");
        }
        if (search instanceof Search.Any any) {
            return joined(any.parts(), " or ");
        }
        if (search instanceof Search.Not not) {
            String inner = sql(not.part());
            return inner.isEmpty() ? "" : "coalesce(" + inner + ", false) = false";
        }
        if (search instanceof Search.Words words) {
            return words(words);
        }
        return match((Search.Match) search);
    }

    private String joined(List<Search> parts, String how) {
        String sql =
                parts.stream().map(this::sql).filter(each -> !each.isEmpty()).collect(Collectors.joining(how));
        return sql.isEmpty() ? "" : "(" + sql + ")";
    }

    private String words(Search.Words typed) {
        SearchWords words = new SearchWords(typed.text());
        boolean number = typed.phrases().isEmpty() && !words.number().isEmpty();
        if (number) {
            parameters.add(words.number());
        }
        parameters.addAll(List.of(words.pattern(), SearchWords.query(typed), words.pattern(), words.pattern()));
        return number ? "(t.number = ? or " + WORDS + ")" : WORDS;
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
            case WORDS -> with(field.sql(), new SearchWords(value).pattern());
            case EXACT -> with(field.sql() + " = ?", value);
            case FULL_TEXT ->
                with(
                        "t.id in (select m.ticket_id from message m where m.search @@ to_tsquery('simple', ?) and "
                                + field.sql() + ")",
                        SearchWords.query(new Search.Words(List.of(value), List.of())));
            case PAST, FUTURE -> moment(field, value);
            case FLAG -> flag(field, value);
        };
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

    /** By the whole name, or its beginning; "none" where there may be none. */
    private String named(SearchField field, String value) {
        if (field == SearchField.ORGANISATION && NOBODY.contains(value.toLowerCase(Locale.ROOT))) {
            return "t.organisation_id is null";
        }
        String pattern = new SearchWords(value).pattern().substring(1);
        return with(field.sql().formatted("n.name ilike ?"), pattern);
    }

    private String person(String column, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (word.equals("me")) {
            return with(column + " = ?", caller.personId());
        }
        if (NOBODY.contains(word)) {
            return column + " is null";
        }
        String pattern = new SearchWords(value).pattern();
        parameters.add(pattern);
        parameters.add(pattern);
        return column + " in (" + PEOPLE + ")";
    }

    private String moment(SearchField field, String value) {
        if (NOBODY.contains(value.toLowerCase(Locale.ROOT)) || value.equalsIgnoreCase("never")) {
            return field.sql() + " is null";
        }
        SearchMoment span =
                SearchMoment.of(value.toLowerCase(Locale.ROOT), field.kind() == SearchField.Kind.FUTURE, now, zone());
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

    private ZoneId zone() {
        try {
            return ZoneId.of(caller.zone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
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
