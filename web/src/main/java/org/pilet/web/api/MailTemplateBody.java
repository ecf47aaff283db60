package org.pilet.web.api;

/**
 * Words of a mail.
 *
 * @param version of the words that are replaced, as they were read; missing or 0 where none were written in this place
 */
public record MailTemplateBody(String subject, String body, Integer version) {}
