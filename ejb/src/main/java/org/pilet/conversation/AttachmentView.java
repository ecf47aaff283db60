package org.pilet.conversation;

import java.io.Serializable;

/**
 * A file on a message.
 *
 * @param size in bytes
 * @param contentId what {@code cid:} in the message's HTML refers to, or null
 * @param inline shown within the text rather than listed below it
 */
public record AttachmentView(
        long id, long messageId, String name, String mediaType, long size, String contentId, boolean inline)
        implements Serializable {}
