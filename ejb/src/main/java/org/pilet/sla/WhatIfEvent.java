package org.pilet.sla;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/** Something that happens to a what-if ticket. */
public sealed interface WhatIfEvent extends Serializable {

    Instant at();

    /** A person among the customers writes, by whatever channel. */
    record CustomerWrites(Instant at) implements WhatIfEvent {}

    /** An agent, a human being, answers so that the customer sees it. */
    record AgentAnswers(Instant at) implements WhatIfEvent {}

    /** Something that counts for nothing: an internal note, an automatic mail, a robot's words. */
    record NothingCounts(Instant at) implements WhatIfEvent {}

    /** The status changes. */
    record Becomes(Instant at, Status status) implements WhatIfEvent {}

    /** The priority changes. */
    record Prioritised(Instant at, Priority priority) implements WhatIfEvent {}

    /** Another policy is chosen by hand; null: the first that fits again. */
    record PolicyChosen(Instant at, Long policyId) implements WhatIfEvent {}

    /** What policies choose by changes. What is null stays. */
    record Moved(
            Instant at,
            Long queueId,
            Long teamId,
            Long organisationId,
            Long customerId,
            Set<Long> services,
            TicketType type,
            String language,
            Set<String> tags,
            Channel channel)
            implements WhatIfEvent {}

    /** Somebody takes the ticket, or, with false, gives it back. */
    record Owned(Instant at, boolean owned) implements WhatIfEvent {}

    /** The customer's last words need no answer. */
    record NoAnswerNeeded(Instant at) implements WhatIfEvent {}

    /** The last answer is found not to have arrived. */
    record AnswerBounced(Instant at) implements WhatIfEvent {}

    /**
     * Another ticket is merged into this one.
     *
     * @param waitingSince since when its customer waits for the first answer, or null when they have had it
     */
    record Absorbs(Instant at, Instant waitingSince) implements WhatIfEvent {}

    /** The due time is set by hand, or, with null, left to the policy again. */
    record DueSet(Instant at, Metric metric, Instant due) implements WhatIfEvent {}

    /** Somebody decides that a breach shall not count. */
    record Overridden(Instant at, Metric metric, String reason) implements WhatIfEvent {}
}
