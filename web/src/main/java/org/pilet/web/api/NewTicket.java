package org.pilet.web.api;

import java.util.List;

/**
 * A ticket to be opened.
 *
 * @param queueId where; or {@code queue} by name
 * @param requester whom it is for; only staff may name somebody else than themselves
 * @param text plain words; {@code html} wins where both are given
 * @param priority chosen, it stays whatever impact and urgency make of it
 * @param channel how the request reached staff; customers always use API
 */
public record NewTicket(
        String subject,
        String text,
        String html,
        Long queueId,
        String queue,
        Long categoryId,
        String priority,
        String impact,
        String urgency,
        String type,
        String language,
        String channel,
        List<String> tags,
        Requester requester,
        List<String> uploads) {

    /** Somebody known by id, or by address: a stranger is made known. */
    public record Requester(Long id, String email, String name, String language) {}
}
