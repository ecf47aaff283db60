package org.pilet.conversation;

import java.io.Serializable;
import org.pilet.tickets.TicketRef;

/** The message just written, and the ticket's version since. */
public record Said(long messageId, TicketRef ticket) implements Serializable {}
