package org.pilet.conversation;

import org.pilet.platform.BlobRef;

/**
 * A file that comes with a message; its bytes are stored already.
 *
 * @param name as its sender called it; made safe here (no path, no control or bidi-override characters)
 * @param mediaType what its sender says it is
 * @param contentId for an inline image, what {@code cid:} in the HTML refers to, without angle brackets; else null
 */
public record NewAttachment(String name, String mediaType, BlobRef content, String contentId, boolean inline) {

    /** A plain attached file. */
    public static NewAttachment file(String name, String mediaType, BlobRef content) {
        return new NewAttachment(name, mediaType, content, null, false);
    }
}
