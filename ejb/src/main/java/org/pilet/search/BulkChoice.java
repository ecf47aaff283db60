package org.pilet.search;

import java.util.List;

/**
 * The tickets that a gesture is meant for: those of them that the caller may see.
 *
 * @param query all that it finds; not looked at where single ones are named
 * @param tickets these by their ids; empty for the whole result of the query
 */
public record BulkChoice(WorkListQuery query, List<Long> tickets) {

    public BulkChoice {
        tickets = tickets == null ? List.of() : tickets.stream().distinct().toList();
    }

    /** All that the query finds. */
    public static BulkChoice all(WorkListQuery query) {
        return new BulkChoice(query, List.of());
    }
}
