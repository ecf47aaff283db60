package org.pilet.automation;

import java.io.Serializable;

/**
 * A text that agents put into their replies.
 *
 * @param id null for a new one
 * @param shortcut a word to type instead, or null
 * @param language IETF tag; null: fits every language
 * @param queueId where it is offered; null: everywhere
 * @param body plain text, which may hold placeholders
 */
public record CannedResponse(
        Long id, String title, String shortcut, String language, Long queueId, String body, boolean active)
        implements Serializable {}
