package org.pilet.search;

import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.Sql;
import org.pilet.search.SearchCondition.Form;

/** The ids of tickets that meet conditions: only for those that a page shows is more fetched than these. */
class TicketIdStore {

    private static final String IDS = "select t.id from ticket t%s order by %s limit ?";

    /** Looks at one ticket after the other, in the list's order, till enough are found or the stretch is at its end. */
    private static final String WALK = "select t.id from (select t.* from ticket t%s order by %s limit ?) t%s limit ?";

    private final Sql sql;

    TicketIdStore(Sql sql) {
        this.sql = sql;
    }

    /** The first so many. */
    List<Long> first(Conditions conditions, String orderBy, int limit) {
        return sql.list(
                IDS.formatted(conditions.where(), orderBy),
                row -> row.number("id"),
                conditions.limited(limit).parameters().toArray());
    }

    /** The first so many of the first {@code length} of a list in which the search finds its texts. */
    List<Long> walked(Conditions listed, SearchCondition search, String orderBy, int length, int limit) {
        Conditions looked = search.textsAddedTo(new Conditions(), Form.WALK);
        List<Object> parameters = new ArrayList<>(listed.parameters());
        parameters.add(length);
        parameters.addAll(looked.parameters());
        parameters.add(limit);
        return sql.list(
                WALK.formatted(listed.where(), orderBy, looked.where()), row -> row.number("id"), parameters.toArray());
    }

    /** How many there are, up to a number. */
    long count(Conditions conditions, int most) {
        return sql.number(
                "select count(*) as value from (select 1 from ticket t" + conditions.where() + " limit ?) found",
                conditions.limited(most).parameters().toArray());
    }

    /** A statement that says how many there are under a key; counts of several lists are one statement. */
    static String counting(String key, Conditions conditions) {
        return "select " + key + " as key, (select count(*) from (select 1 from ticket t" + conditions.where()
                + " limit ?) found) as value";
    }
}
