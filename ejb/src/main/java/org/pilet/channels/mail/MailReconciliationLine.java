package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;

/**
 * A mail that is not where it should be.
 *
 * @param mailbox the address of the mailbox it came to
 * @param inboundId under which the log has it, or null if it was never taken
 * @param sender its author, or null
 * @param at when it was taken; when it reached the server if it was not
 */
public record MailReconciliationLine(
        MailReconciliationKind kind, String mailbox, Long inboundId, String sender, String subject, Instant at)
        implements Serializable {}
