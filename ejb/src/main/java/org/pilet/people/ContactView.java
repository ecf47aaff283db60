package org.pilet.people;

import java.io.Serializable;
import java.time.Instant;

/**
 * How somebody can be reached.
 *
 * @param confirmedAt when the desk last made sure that this is right; null when it never did
 */
public record ContactView(
        long personId, String name, String email, String phone, Instant confirmedAt, String confirmedByName)
        implements Serializable {}
