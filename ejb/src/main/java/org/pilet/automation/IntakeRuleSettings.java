package org.pilet.automation;

import java.io.Serializable;
import org.pilet.tickets.Priority;

/**
 * A rule as administrators write it. Empty conditions always hold, empty effects change nothing; at least one effect is
 * required.
 *
 * @param id null for a new one
 * @param position rules apply in this order
 * @param cameToQueueId condition: the queue it came to
 * @param sender condition: an address, or a domain with or without a leading at-sign
 * @param subjectHolds condition: phrases separated by semicolons, one of which stands in the subject
 * @param textHolds condition: the same for the text
 */
public record IntakeRuleSettings(
        Long id,
        int position,
        String name,
        boolean active,
        Long cameToQueueId,
        String sender,
        String subjectHolds,
        String textHolds,
        Long moveToQueueId,
        Long categoryId,
        Priority priority,
        String tag)
        implements Serializable {}
