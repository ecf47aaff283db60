package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.NewAttachment;
import org.pilet.platform.BlobRef;
import org.pilet.security.LinkExpired;
import org.pilet.security.SignedLinks;

/**
 * Files on their way to a message: stored first, and named by a signed slip that only the person who sent them can use,
 * for a day.
 */
@RequestScoped
public class Uploads {

    private static final String PURPOSE = "upload";
    private static final Duration VALID = Duration.ofDays(1);

    @Inject
    private Attachments attachments;

    @Inject
    private SignedLinks slips;

    @Inject
    private HttpServletRequest request;

    /**
     * A file that was stored.
     *
     * @param upload the slip to hand in with the message
     */
    public record Upload(String upload, String name, String mediaType, long size, String sha256) {}

    Upload store(String name, String mediaType, InputStream content) {
        BlobRef blob = attachments.upload(content);
        String subject = Json.createObjectBuilder()
                .add("person", request.getUserPrincipal().getName())
                .add("blob", blob.id())
                .add("size", blob.size())
                .add("sha256", blob.sha256())
                .add("name", name)
                .add("mediaType", mediaType)
                .build()
                .toString();
        return new Upload(slips.sign(PURPOSE, subject, VALID), name, mediaType, blob.size(), blob.sha256());
    }

    /** Refused with {@link org.pilet.security.LinkExpired} when a slip is old, forged or somebody else's. */
    List<NewAttachment> take(List<String> uploads) {
        return Input.texts("uploads", uploads).stream().map(this::take).toList();
    }

    private NewAttachment take(String slip) {
        try (var reader = Json.createReader(new StringReader(slips.verify(PURPOSE, slip)))) {
            JsonObject file = reader.readObject();
            if (!file.getString("person").equals(request.getUserPrincipal().getName())) {
                throw new LinkExpired();
            }
            BlobRef blob = new BlobRef(
                    file.getJsonNumber("blob").longValue(),
                    file.getJsonNumber("size").longValue(),
                    file.getString("sha256"));
            return NewAttachment.file(file.getString("name"), file.getString("mediaType"), blob);
        }
    }
}
