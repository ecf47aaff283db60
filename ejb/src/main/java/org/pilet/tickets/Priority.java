package org.pilet.tickets;

/** How urgent a ticket is, least first. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** One step more urgent; {@link #URGENT} stays. */
    public Priority raised() {
        return values()[Math.min(ordinal() + 1, URGENT.ordinal())];
    }
}
