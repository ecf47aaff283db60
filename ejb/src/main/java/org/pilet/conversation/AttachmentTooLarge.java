package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** The file has more bytes than the setting {@code conversation.attachment.largest} allows. */
public class AttachmentTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    AttachmentTooLarge(long largest) {
        super(Kind.TOO_LARGE, "refusal.attachmentTooLarge", largest / (1024 * 1024));
    }
}
