package org.pilet.automation.actions;

import org.pilet.tickets.Priority;

/**
 * A ticket that an action wants opened. Subject and text may hold placeholders of the ticket that it is opened from.
 *
 * @param priority null: what the queue makes it
 * @param ownerId null: nobody yet
 * @param requesterId null: whose the ticket is that it is opened from
 * @param text its first note; null for none
 */
public record TicketOrder(
        String subject, long queueId, Priority priority, Long ownerId, Long requesterId, String text) {}
