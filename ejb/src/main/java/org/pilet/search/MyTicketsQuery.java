package org.pilet.search;

import java.io.Serializable;

/**
 * What of their own tickets somebody wants to see.
 *
 * @param open true: those that are not final: worked on, waiting, or resolved, which the customer has yet to confirm;
 *     false: closed ones; null: all
 * @param text a number, or words of the subject or of a public message; null for all
 */
public record MyTicketsQuery(Boolean open, String text) implements Serializable {

    public MyTicketsQuery {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    public static MyTicketsQuery all() {
        return new MyTicketsQuery(null, null);
    }
}
