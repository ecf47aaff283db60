package org.pilet.automation;

/** How the rules of a group work on one event. */
public enum GroupMode {
    /** One after the other: each sees what those before have made of the ticket, and may undo it. */
    IN_TURN,
    /** Together: each sees the ticket as it was; the first that names a field settles it, tags add up. */
    TOGETHER
}
