package org.pilet.sla;

/** What a level of the escalation ladder does when a clock reaches it. */
public enum LadderAction {
    /** Tells the ticket's owner; the lead if nobody owns it. */
    NOTIFY_OWNER(Argument.NONE),
    /** Tells the lead of the queue's team. */
    NOTIFY_LEAD(Argument.NONE),
    /** The ticket is marked as escalated. */
    MARK_ESCALATED(Argument.NONE),
    /** The next higher priority, unless it is the highest already. */
    RAISE_PRIORITY(Argument.NONE),
    /** Tells whoever oversees the ticket, its responsible. */
    NOTIFY_RESPONSIBLE(Argument.NONE),
    /** Tells everybody of the queue's team. */
    NOTIFY_TEAM(Argument.NONE),
    /** Tells one person. */
    NOTIFY_PERSON(Argument.PERSON),
    /** Tells everybody who holds a role. */
    NOTIFY_ROLE(Argument.ROLE),
    /** Gives the ticket to a person. */
    ASSIGN(Argument.PERSON),
    /** Gives the ticket to the lead of the queue's team. */
    ASSIGN_LEAD(Argument.NONE),
    /** Moves the ticket to another queue. */
    MOVE(Argument.QUEUE),
    /** Adds a tag. */
    TAG(Argument.TAG),
    /** Runs a macro on the ticket. */
    RUN_MACRO(Argument.MACRO),
    /** Tells another system. */
    CALL_WEBHOOK(Argument.WEBHOOK);

    /** What an action needs to know besides. */
    public enum Argument {
        NONE,
        PERSON,
        ROLE,
        QUEUE,
        TAG,
        MACRO,
        WEBHOOK;

        /** Whether it is the id of something. */
        boolean isRecord() {
            return this == PERSON || this == QUEUE || this == MACRO || this == WEBHOOK;
        }
    }

    private final Argument argument;

    LadderAction(Argument argument) {
        this.argument = argument;
    }

    public Argument argument() {
        return argument;
    }
}
