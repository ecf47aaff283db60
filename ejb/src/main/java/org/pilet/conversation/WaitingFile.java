package org.pilet.conversation;

import java.io.Serializable;
import org.pilet.platform.BlobRef;

/**
 * A file that was uploaded and not yet sent.
 *
 * @param token what its page knows it by: not to be guessed, so that nobody attaches what another person uploaded
 */
public record WaitingFile(String token, String name, String mediaType, long blobId, long size, String sha256)
        implements Serializable {

    /** The same, ready to be sent. */
    public NewAttachment attachment() {
        return NewAttachment.file(name, mediaType, new BlobRef(blobId, size, sha256));
    }
}
