package org.pilet.web.common;

import java.io.Serializable;
import java.util.Set;

/** What a session remembers of whoever signed in: the person's id as caller name, and the roles. */
record SessionIdentity(String name, Set<String> roles) implements Serializable {}
