/**
 * What the house does by itself: rules of conditions and actions. So far the rules for what has just come in, which give
 * a new ticket its queue, category, priority and tags. Decided: automation runs off the outbox, after the ticket is safe;
 * the history names the rule as the cause; it never overrides what a person has changed meanwhile.
 */
package org.pilet.automation;
