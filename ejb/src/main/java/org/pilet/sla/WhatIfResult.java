package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * What would have come of a what-if ticket.
 *
 * @param policies the policies as they were tried for the ticket as it is in the end, up to the one that applies
 * @param metrics each metric that the policy promises, or has promised, in its present cycle
 * @param ignored what was said beside the case and is no part of it
 */
public record WhatIfResult(
        Instant asOf,
        Status status,
        Priority priority,
        List<PolicyVerdict> policies,
        List<WhatIfClock> metrics,
        List<String> ignored)
        implements Serializable {

    /** The same, with a word on what made no difference. */
    public WhatIfResult ignoring(List<String> unheard) {
        return new WhatIfResult(asOf, status, priority, policies, metrics, List.copyOf(unheard));
    }
}
