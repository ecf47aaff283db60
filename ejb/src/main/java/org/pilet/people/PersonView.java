package org.pilet.people;

import java.io.Serializable;
import java.time.Instant;

/**
 * A person as others see them.
 *
 * @param email primary address in lower case, or null
 * @param language IETF tag of the language in which to write to them
 * @param zone IANA zone in which they read times
 * @param undeliverableSince since when mail to them bounces, or null
 */
public record PersonView(
        long id,
        PersonKind kind,
        String name,
        String email,
        String phone,
        String language,
        String zone,
        Long organisationId,
        String organisationName,
        Instant undeliverableSince,
        int version)
        implements Serializable {}
