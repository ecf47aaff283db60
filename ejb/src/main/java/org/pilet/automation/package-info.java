/**
 * What the house does by itself: rules of triggers, conditions and actions, macros, routing, webhooks. Decided: a rule is
 * JSON, checked against the {@link org.pilet.automation.Catalogue} when it is saved; events reach the rules through the
 * outbox, after the ticket is safe; each rule acts once for an event, in the event's transaction, or in one of its own when
 * one fails; the history names it as the cause, the log says why; an event that a rule has brought about never wakes the
 * same rule, and none that stands behind three; a rule never overrides what a person has changed meanwhile.
 */
package org.pilet.automation;
