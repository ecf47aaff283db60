package org.pilet.security;

import java.util.Set;

/** Whose API token it is and what it may be used for; scopes as in {@link ApiTokens#SCOPES}. */
public record TokenIdentity(long tokenId, long personId, Set<String> roles, Set<String> scopes) {}
