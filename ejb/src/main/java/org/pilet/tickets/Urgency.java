package org.pilet.tickets;

/** How soon the harm grows if nothing happens, least first; with {@link Impact} it gives the priority. */
public enum Urgency {
    LOW,
    MEDIUM,
    HIGH
}
