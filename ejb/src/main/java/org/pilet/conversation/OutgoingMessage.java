package org.pilet.conversation;

import java.util.List;

/**
 * A message as a courier needs it.
 *
 * @param mailMessageId the Message-ID under which every attempt sends it, with angle brackets
 * @param references Message-IDs of the conversation so far, oldest first, with angle brackets
 * @param inReplyTo the last public message's Message-ID, or null
 */
public record OutgoingMessage(
        MessageView message,
        String ticketNumber,
        String ticketSubject,
        long queueId,
        long requesterId,
        String mailMessageId,
        String inReplyTo,
        List<String> references) {}
