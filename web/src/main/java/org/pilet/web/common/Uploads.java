package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.InputStream;
import java.util.List;
import org.pilet.conversation.AttachmentContent;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.NewAttachment;
import org.pilet.conversation.WaitingFile;

/** The caller's files that wait to be sent, by the tokens that a page keeps, separated by commas. */
@Named
@RequestScoped
public class Uploads {

    @EJB
    private Attachments attachments;

    /** Stores a file; refused when it is too large. */
    WaitingFile take(String name, String mediaType, InputStream content) {
        return attachments.keep(name, mediaType, content);
    }

    /** What the tokens stand for; unknown ones are passed over. */
    public List<WaitingFile> of(String tokens) {
        return attachments.waiting(split(tokens));
    }

    /** One of them with its bytes; refused when there is none of that token. */
    AttachmentContent open(String token) {
        return attachments.openWaiting(token);
    }

    /** Whether it may be shown in the page. */
    public boolean isPicture(WaitingFile file) {
        return AttachmentFiles.isPicture(file.mediaType());
    }

    /** The same, ready to be sent. */
    public List<NewAttachment> attachments(String tokens) {
        return of(tokens).stream().map(WaitingFile::attachment).toList();
    }

    /** Call when they were sent. */
    public void forget(String tokens) {
        attachments.forget(split(tokens));
    }

    private static List<String> split(String tokens) {
        return tokens == null || tokens.isBlank() ? List.of() : List.of(tokens.split(","));
    }
}
