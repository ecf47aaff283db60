package org.pilet.search;

import java.util.List;

/**
 * What a gesture would reach.
 *
 * @param count how many tickets; of more than the most that this gesture takes, that number and one
 * @param first the first few of them
 * @param into the ticket that takes the others in; null unless they are to be merged
 * @param requesters how many people have asked these tickets, up to the most that are counted; 0 unless they are to be
 *     merged
 * @param words what the first of them would be answered; null unless they are to be answered
 * @param tried on how many of them, from the first, a macro was tried; 0 for all else
 * @param refused those of the tried on which it could not be done, and why
 * @param stays whether it does something that taking it back leaves: notes, tasks, words to others
 */
public record BulkPreview(
        long count,
        int most,
        List<WorkListRow> first,
        WorkListRow into,
        int requesters,
        String words,
        int tried,
        List<BulkRefusal> refused,
        boolean stays) {}
