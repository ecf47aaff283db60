package org.pilet.search;

import org.pilet.tickets.Status;

/**
 * What to do to each of many tickets.
 *
 * @param value what the field becomes; for MACRO its id; for REPLY the words as HTML, in which the places of canned responses are filled for
 *     each ticket; for MERGE the id of the ticket that takes the others in, or null for the oldest of them; for PROBLEM the
 *     subject of the ticket that is opened for it
 * @param responseId for REPLY: the canned response that is sent in place of words, to each in their own language, or null
 * @param statusAfter for REPLY: null means ANSWERED
 * @param maySeeAll for MERGE: whoever could read one of them may read all
 */
public record BulkOrder(BulkField field, String value, Long responseId, Status statusAfter, boolean maySeeAll) {

    /** A change of a field. */
    public static BulkOrder of(BulkField field, String value) {
        return new BulkOrder(field, value, null, null, false);
    }

    BulkOrder withValue(long id) {
        return new BulkOrder(field, String.valueOf(id), responseId, statusAfter, maySeeAll);
    }
}
