package org.pilet.security;

import java.util.Set;

/** Somebody whose identity is proven. */
public record SignedIn(long personId, Set<String> roles) {}
