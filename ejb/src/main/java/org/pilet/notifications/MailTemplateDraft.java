package org.pilet.notifications;

/**
 * Words to be used instead of the shipped ones.
 *
 * @param queueId null: for all queues that have none of their own
 * @param version of what is replaced, as it was read; 0 if there was nothing in this place
 */
public record MailTemplateDraft(
        MailEvent event, String language, Long queueId, String subject, String body, int version) {}
