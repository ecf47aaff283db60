package org.pilet.web.api;

import java.util.List;

/**
 * Words to be said on a ticket.
 *
 * @param cc further addresses of a reply by staff, comma-separated
 * @param channel for staff: EMAIL, PORTAL, PHONE or IN_PERSON; the usual one when left out
 * @param statusAfter for staff: what the ticket becomes with it, ANSWERED when left out
 * @param reason for a waiting status
 * @param wakeUpAt for POSTPONED
 * @param uploads what {@code POST /uploads} answered for each file
 */
public record NewMessage(
        String text,
        String html,
        String cc,
        String channel,
        String statusAfter,
        String reason,
        String wakeUpAt,
        List<String> uploads) {}
