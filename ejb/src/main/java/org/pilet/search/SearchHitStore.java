package org.pilet.search;

import java.util.Arrays;
import java.util.List;
import org.pilet.platform.Sql;

/**
 * Looks a {@link SearchText} up before the list is asked. With the ids at hand the planner knows how few tickets are left;
 * from the words alone it cannot, and would rather read all of them.
 */
class SearchHitStore {

    /** Words expected in so many messages for each ticket there is are common. */
    private static final double COMMON = 0.05;

    /** Words expected in so small a part of the hits that are looked for are never common. */
    private static final double FEW = 0.15;

    /** Null for no limit; PostgreSQL knows about how many tickets there are. */
    private static final String TOO_MANY = "case when ? then (select greatest(?, ? * c.reltuples)::int from pg_class c"
            + " where c.oid = 'ticket'::regclass) end";

    private final Sql sql;
    private final int most;
    private final boolean skipsCommon;
    private final WordStore words;

    /** Looks no further than so many hits in each place; not at all for words that are common, if asked to skip those. */
    SearchHitStore(Sql sql, int most, boolean skipsCommon) {
        this.sql = sql;
        this.most = most;
        this.skipsCommon = skipsCommon;
        this.words = new WordStore(sql);
    }

    /** Tickets that were hit; all of them, or just some of too many. */
    record Found(List<Long> ids, boolean whole) {}

    Found of(SearchText text) {
        return sql.first(
                        "select array_to_string(h.ids, ',') as ids, h.whole from search_hits(?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                + TOO_MANY + ") h",
                        row -> new Found(numbers(row.text("ids")), row.flag("whole")),
                        text.number(),
                        text.subject(),
                        text.subjectWords(),
                        text.messages(),
                        text.visibility(),
                        text.people(),
                        text.files(),
                        text.fileWords(),
                        most,
                        skipsCommon,
                        FEW * most,
                        COMMON)
                .orElseThrow();
    }

    /** People with such a name or address; of too many, just some. */
    Found people(String pattern) {
        List<Long> ids = sql.list(
                "select p.id from (" + SearchText.PEOPLE + ") p limit ?",
                row -> row.number("id"),
                pattern,
                pattern,
                most + 1);
        return new Found(ids, ids.size() <= most);
    }

    /** Tickets with such a file; of too many, just some. */
    Found files(String query) {
        List<Long> ids = sql.list(SearchText.FILES + " limit ?", row -> row.number("ticket_id"), query, most + 1);
        return new Found(ids, ids.size() <= most);
    }

    WordStore words() {
        return words;
    }

    private static List<Long> numbers(String separated) {
        return separated.isEmpty()
                ? List.of()
                : Arrays.stream(separated.split(",")).map(Long::valueOf).toList();
    }
}
