package org.pilet.channels.mail;

/**
 * Words to stand below agents' answers instead of the shipped ones.
 *
 * @param queueId null: for all queues that have none of their own
 * @param version of what is replaced, as it was read; 0 if there was nothing in this place
 */
public record ReplyFrameDraft(String language, Long queueId, String body, int version) {}
