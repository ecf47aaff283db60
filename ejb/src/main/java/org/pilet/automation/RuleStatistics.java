package org.pilet.automation;

import java.io.Serializable;
import java.time.Instant;

/** How often a rule has run within thirty days, and when last. */
public record RuleStatistics(
        long ruleId, long done, long waiting, long failed, long guarded, long tickets, Instant lastAt)
        implements Serializable {}
