package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.NewAttachment;
import org.pilet.platform.BlobRef;

/**
 * Files that somebody has uploaded and not yet sent. A page gets a token for each, so that nobody can attach, by
 * guessing a number, what another person uploaded.
 */
@SessionScoped
public class Uploads implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Attachments attachments;

    private final Map<String, Upload> waiting = new ConcurrentHashMap<>();

    /** An uploaded file. */
    public record Upload(String token, String name, String mediaType, long blobId, long size, String sha256)
            implements Serializable {

        NewAttachment attachment() {
            return NewAttachment.file(name, mediaType, new BlobRef(blobId, size, sha256));
        }
    }

    /** Stores a file; refused when it is too large. */
    Upload take(String name, String mediaType, InputStream content) {
        BlobRef blob = attachments.upload(content);
        String type = mediaType == null ? "application/octet-stream" : mediaType;
        Upload upload = new Upload(UUID.randomUUID().toString(), name, type, blob.id(), blob.size(), blob.sha256());
        waiting.put(upload.token(), upload);
        return upload;
    }

    /** What the tokens, separated by commas, stand for; unknown ones are passed over. */
    public List<Upload> of(String tokens) {
        return tokens == null
                ? List.of()
                : Stream.of(tokens.split(","))
                        .map(waiting::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The same, ready to be sent. */
    public List<NewAttachment> attachments(String tokens) {
        return of(tokens).stream().map(Upload::attachment).toList();
    }

    /** Call when they were sent. */
    public void forget(String tokens) {
        of(tokens).forEach(upload -> waiting.remove(upload.token()));
    }
}
