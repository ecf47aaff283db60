package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that travels with a mail.
 *
 * @param contentId by which the HTML shows it in place, without angle brackets; null for a plain attachment
 * @param content opened when the mail is written, perhaps more than once
 */
public record MailFile(String name, String mediaType, String contentId, Content content) {

    /** Opens the bytes anew. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public MailFile {
        name = SafeFileName.of(name, "attachment.bin");
        mediaType =
                mediaType == null || !mediaType.matches("[\\w.+-]+/[\\w.+-]+") ? "application/octet-stream" : mediaType;
    }
}
