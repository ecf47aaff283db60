package org.pilet.tickets;

/** How much of the work of how many people suffers, least first; with {@link Urgency} it gives the priority. */
public enum Impact {
    LOW,
    MEDIUM,
    HIGH
}
