package org.pilet.web.api;

/** How mail of a mailbox is to go out. */
public record MailSealingBody(String scheme, Boolean encrypts) {}
