package org.pilet.automation;

import java.io.Serializable;
import java.time.Instant;

/**
 * One time that a rule applied to a ticket.
 *
 * @param ticketId the ticket, also one that it has opened itself; null when it failed to
 * @param event what woke it: the name of a happening
 * @param why the conditions as JSON, each with {@code held}
 * @param did what was done, as a JSON list; for a waiting run so far
 * @param chain the rules behind the event, the first cause first, as ids
 */
public record RuleRunView(
        long id,
        long ruleId,
        String ruleName,
        Long ticketId,
        String ticketNumber,
        String event,
        RunState state,
        Instant at,
        String why,
        String did,
        String chain,
        int attempts,
        String error)
        implements Serializable {}
