package org.pilet.web.portal;

import java.io.Serializable;
import org.pilet.conversation.NewAttachment;
import org.pilet.platform.BlobRef;

/** A file that has arrived with a form and waits for its message. */
public record ChosenFile(String name, String mediaType, long blobId, long size, String sha256) implements Serializable {

    NewAttachment attachment() {
        return NewAttachment.file(name, mediaType, new BlobRef(blobId, size, sha256));
    }
}
