package org.pilet.tickets;

import java.io.Serializable;

/** The priority of a ticket with this impact and this urgency. */
public record PriorityCell(Impact impact, Urgency urgency, Priority priority) implements Serializable {}
