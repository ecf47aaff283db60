package org.pilet.web.portal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.NewAttachment;
import org.pilet.platform.BlobRef;

/**
 * The files of one form. They are stored as soon as they arrive, because a browser cannot fill a file field again: a form
 * that is refused still has them.
 */
@Dependent
public class ChosenFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Attachments attachments;

    private final List<ChosenFile> kept = new ArrayList<>();

    /** Nothing: a file field has no value to show. */
    public List<Part> getArriving() {
        return List.of();
    }

    public void setArriving(List<Part> parts) {
        if (parts != null) {
            parts.stream().filter(part -> part.getSize() > 0).forEach(part -> kept.add(store(part)));
        }
    }

    public List<ChosenFile> getKept() {
        return kept;
    }

    public void remove(ChosenFile file) {
        kept.remove(file);
    }

    List<NewAttachment> all() {
        return kept.stream().map(ChosenFile::attachment).toList();
    }

    private ChosenFile store(Part part) {
        try (InputStream content = part.getInputStream()) {
            BlobRef stored = attachments.upload(content);
            String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType();
            return new ChosenFile(part.getSubmittedFileName(), type, stored.id(), stored.size(), stored.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
