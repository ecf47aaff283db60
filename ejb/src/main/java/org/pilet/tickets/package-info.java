/**
 * The ticket: number, status, priority, queue, owner, tags, links, and the immutable history of all of it. Nothing here
 * knows that messages or service levels exist. Decided: every mutation locks the ticket's row first, so rivals come one
 * after the other; a command says which version its author saw and is refused only when the same field has changed
 * since; every change is a {@code ticket_event} row of the same transaction (features A2.9, A3.2, A3.3).
 */
package org.pilet.tickets;
