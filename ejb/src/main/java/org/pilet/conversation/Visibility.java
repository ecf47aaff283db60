package org.pilet.conversation;

/** Who may read a message. */
public enum Visibility {
    /** The customer and staff. */
    PUBLIC,
    /** Staff only; never leaves the house. */
    INTERNAL
}
