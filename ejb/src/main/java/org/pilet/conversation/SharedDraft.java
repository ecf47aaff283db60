package org.pilet.conversation;

/** An answer that is shown for review. */
record SharedDraft(long id, long ticketId, long authorId, Reply reply) {}
