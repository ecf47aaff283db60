package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Status;

/**
 * An answer shown for review.
 *
 * @param reviewerName who is asked: a colleague, or a team
 * @param text its words
 * @param to whom it would go to; null for the requester
 * @param files the names of its files
 * @param statusAfter null means ANSWERED
 * @param approvedBy who has found it good; null when nobody has yet
 */
public record SharedDraftView(
        long id,
        long ticketId,
        String number,
        String subject,
        long authorId,
        String authorName,
        Long reviewerId,
        Long teamId,
        String reviewerName,
        String text,
        String to,
        String cc,
        List<String> files,
        Status statusAfter,
        String approvedBy,
        Instant sharedAt,
        List<Comment> comments)
        implements Serializable {

    /** What somebody said about it. */
    public record Comment(String personName, String text, Instant at) implements Serializable {}
}
