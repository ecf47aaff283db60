package org.pilet.sla;

import java.io.Serializable;

/**
 * Why a policy does or does not apply to a ticket (features B1.5). Policies are tried in order; the first that fits
 * applies, those after it are not tried.
 *
 * @param unmet the first condition that the ticket does not meet, or {@code active} when it is switched off; null when it
 *     applies
 */
public record PolicyVerdict(long policyId, String name, boolean applies, String unmet) implements Serializable {}
