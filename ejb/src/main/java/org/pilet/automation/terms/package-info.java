/**
 * The words that rules are written in: what a condition or an action is told ({@link Parameter}, {@link Arguments}), and
 * what they know of the ticket ({@link Facts}). Decided: facts are plain values, read once for an event; a condition asks
 * nobody, so that two hundred rules cost one reading, and the same rules can be tried on a past day's facts.
 */
package org.pilet.automation.terms;
