package org.pilet.channels.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What servers have handed over since some days ago, and where it is now: {@code handedOver} is the sum of all others.
 *
 * @param own what we had sent ourselves and came back with our mark
 * @param waiting what came only just before and is not decided yet
 * @param difference how many mails are not in exactly one place; must be 0
 * @param unreachable which servers could not be asked, with what they said, or null
 * @param lines each mail of the difference
 */
public record MailReconciliationView(
        long id,
        Instant since,
        Instant madeAt,
        long handedOver,
        long onTicket,
        long quarantined,
        long refused,
        long own,
        long waiting,
        long difference,
        String unreachable,
        List<MailReconciliationLine> lines)
        implements Serializable {}
