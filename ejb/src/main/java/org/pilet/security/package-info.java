/**
 * Who am I, may I. Accounts and their passwords (Argon2id), roles, API tokens with scopes, signed links, and
 * {@link org.pilet.security.Access}, which every door asks before it returns or changes a ticket. Decided: deny by
 * default; an agent sees the queues that one of their teams is granted, an administrator all, a customer the tickets
 * they asked for or take part in; what may not be seen does not exist (404).
 */
package org.pilet.security;
