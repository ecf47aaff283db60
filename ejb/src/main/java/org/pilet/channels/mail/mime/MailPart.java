package org.pilet.channels.mail.mime;

import java.io.Serializable;

/**
 * A part of a mail that is kept as a file.
 *
 * @param index its place among the leaves of the mail, by which {@link MailParser#eachPart} names it again
 * @param name a safe file name, made up from the type where the sender gave none
 * @param mediaType type and subtype in lower case
 * @param contentId by which HTML refers to it, without angle brackets, or null
 * @param inline whether the HTML shows it in place
 */
public record MailPart(int index, String name, String mediaType, String contentId, boolean inline)
        implements Serializable {}
