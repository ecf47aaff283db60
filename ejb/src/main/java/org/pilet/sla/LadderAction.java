package org.pilet.sla;

/** What a level of the escalation ladder does when a clock reaches it. */
public enum LadderAction {
    /** Mail to the ticket's owner; to the lead if nobody owns it. */
    NOTIFY_OWNER,
    /** Mail to the lead of the queue's team. */
    NOTIFY_LEAD,
    /** The next higher priority, unless it is the highest already. */
    RAISE_PRIORITY,
    /** The ticket is marked as escalated. */
    MARK_ESCALATED
}
