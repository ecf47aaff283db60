package org.pilet.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/** A token without its secret. */
public record ApiTokenView(
        long id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt)
        implements Serializable {}
