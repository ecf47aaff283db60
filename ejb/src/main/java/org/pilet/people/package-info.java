/**
 * Everybody: customers and agents alike are a {@code Person}, recognised by contact points (addresses), grouped in
 * organisations (customers) and teams (agents). Decided: a person known by mail only and one with an account are the
 * same record; what they may do is the business of {@code org.pilet.security}.
 */
package org.pilet.people;
