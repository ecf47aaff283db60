package org.pilet.search;

import java.time.Instant;
import java.util.List;
import org.pilet.platform.Sql;
import org.pilet.search.SearchCondition.Form;
import org.pilet.security.Caller;

/**
 * The tickets that a list and the search in it ask for together. A text is looked up, and its tickets then are asked for by
 * their ids; one that hits very many is walked for instead, ticket by ticket in the list's order till enough are found, and
 * is looked up only where that did not do.
 */
class FoundTickets {

    /**
     * How far to look.
     *
     * @param named so many tickets of a text are named at most; a text that hits more is asked for in another way
     * @param stretch so many tickets in a row are looked at before it is cheaper to ask for all that a text hits
     */
    record Reach(int named, int stretch) {

        static final Reach USUAL = new Reach(10_000, 10_000);

        /** The first walk for a text goes so far. */
        private int near() {
            return Math.max(1, stretch / NEAR);
        }
    }

    /** The first walk, for a common text, goes over the stretch's NEARth part: one page of such a text stands there. */
    private static final int NEAR = 5;

    /** A list that holds more than so many need not be counted on where counting costs time. */
    private static final int ENOUGH = 50;

    private final WorkListQuery query;
    private final Caller caller;
    private final Instant now;
    private final Reach reach;
    private final Sql sql;
    private final TicketIdStore ids;
    private final Order order;
    private final SearchCondition quick;
    private SearchCondition full;

    FoundTickets(WorkListQuery query, Caller caller, Instant now, Reach reach, Sql sql) {
        this.query = query;
        this.caller = caller;
        this.now = now;
        this.reach = reach;
        this.sql = sql;
        ids = new TicketIdStore(sql);
        order = Order.of(query);
        quick = search(true);
    }

    /** Whether all that the texts hit is named, so that {@link #all} costs little. */
    boolean isNamed() {
        return quick.isWhole();
    }

    /** The plain words that are looked for, for {@code to_tsquery}; empty when there are none. */
    String words() {
        return query.text() == null ? "" : quick.wantedWords();
    }

    /** The words that are looked for where some were mistyped; null where none were. */
    String instead() {
        return quick.instead();
    }

    /** The condition that they meet, and no other ticket. */
    Conditions all() {
        return full().addedTo(list(), Form.SET);
    }

    /** The ids of the first so many, in the query's order and groups, behind the cursor if there is one. */
    List<Long> first(String cursor, int limit) {
        Conditions list = list();
        if (cursor != null) {
            list.and(
                    order.after(query.group()),
                    order.parametersAfter(query.group(), cursor).toArray());
        }
        String orderBy = order.orderBy(query.group());
        return order.hasIndex(query) ? walkedOrGathered(list, orderBy, limit) : gathered(list, orderBy, limit);
    }

    private List<Long> walkedOrGathered(Conditions list, String orderBy, int limit) {
        if (quick.isSkipped()) {
            Conditions plain = quick.plainAddedTo(list.copy());
            List<Long> walked = ids.walked(plain, quick, orderBy, reach.near(), limit);
            if (walked.size() == limit || ends(plain, reach.near())) {
                return walked;
            }
        }
        if (full().isWhole()) {
            return gathered(list, orderBy, limit);
        }
        Conditions plain = full().plainAddedTo(list);
        List<Long> walked = ids.walked(plain, full(), orderBy, reach.stretch(), limit);
        return walked.size() == limit || ends(plain, reach.stretch())
                ? walked
                : ids.first(full().textsAddedTo(plain, Form.SET), orderBy, limit);
    }

    private List<Long> gathered(Conditions list, String orderBy, int limit) {
        return ids.first(full().addedTo(list, Form.SET), orderBy, limit);
    }

    /** How many there are, as far as they are worth counting, if so many have been found already. */
    Count count(int most, int known) {
        if (quick.isWhole()) {
            return counted(most);
        }
        int enough = Math.min(ENOUGH, most);
        if (known > enough) {
            return Count.atLeast(known, most);
        }
        if (quick.isSkipped()) {
            Conditions plain = quick.plainAddedTo(list());
            Order indexed = query.view().isOpenOnly() ? Order.NEXT_TO_DO : Order.CHANGED;
            int seen = ids.walked(plain, quick, indexed.orderBy(WorkListGroup.NONE), reach.near(), most + 1)
                    .size();
            if (ends(plain, reach.near())) {
                return Count.upTo(most, seen);
            }
            if (seen > enough) {
                return Count.atLeast(seen, most);
            }
        }
        if (!full().isWhole()) {
            long some = ids.count(full().addedTo(list(), Form.SOME), most + 1);
            if (some > enough) {
                return Count.atLeast(some, most);
            }
        }
        return counted(most);
    }

    private Count counted(int most) {
        return Count.upTo(most, ids.count(all(), most + 1));
    }

    /** Whether the list is no longer than that. */
    private boolean ends(Conditions list, int length) {
        return ids.count(list.copy(), length + 1) <= length;
    }

    private Conditions list() {
        return WorkListConditions.of(query, caller, now);
    }

    /** Looked up whatever that costs. */
    private SearchCondition full() {
        if (full == null) {
            full = quick.isSkipped() ? search(false) : quick;
        }
        return full;
    }

    private SearchCondition search(boolean skipsCommon) {
        return SearchCondition.of(query.text(), caller, now, new SearchHitStore(sql, reach.named(), skipsCommon));
    }
}
