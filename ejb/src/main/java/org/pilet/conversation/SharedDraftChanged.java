package org.pilet.conversation;

/** An answer is shown for review, was looked at, or is not shown any more. */
public record SharedDraftChanged(long ticketId) {}
