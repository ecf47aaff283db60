package org.pilet.tickets;

/** How one ticket stands to another; read "this one … that one". */
public enum LinkKind {
    RELATED,
    /** This one goes on where that one was closed. */
    FOLLOW_UP_OF,
    /** This one's conversation goes on in that one. */
    MERGED_INTO,
    DUPLICATE_OF,
    /** This one is a part of that one. */
    CHILD_OF,
    CAUSED_BY,
    /** This one began as a message on that one. */
    SPLIT_FROM;

    /** Whether people may draw and remove it by hand; the others say what has happened. */
    public boolean isByHand() {
        return this == RELATED || this == DUPLICATE_OF || this == CHILD_OF || this == CAUSED_BY;
    }
}
