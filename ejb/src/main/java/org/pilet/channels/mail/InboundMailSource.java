package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A mail to be read by a person who decides about it.
 *
 * @param from as its header names the author, or null
 * @param sentAt as it claims, or null
 * @param text its words as plain text
 * @param files the names of its attachments
 * @param faults what is broken in it
 * @param source its beginning as it came, in as much as can be read
 * @param whole whether that is all of it
 */
public record InboundMailSource(
        long id,
        String from,
        String to,
        String subject,
        Instant sentAt,
        String text,
        List<String> files,
        List<String> faults,
        String source,
        boolean whole)
        implements Serializable {}
