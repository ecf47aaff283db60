package org.pilet.notifications;

import java.io.Serializable;

/**
 * A mail as its reader would see it, with examples in its places.
 *
 * @param html safe to be put into a page
 */
public record MailPreview(String subject, String text, String html) implements Serializable {}
