package org.pilet.web.portal;

import java.util.List;
import org.pilet.conversation.IncomingMessage;
import org.pilet.conversation.NewAttachment;
import org.pilet.tickets.Channel;
import org.pilet.web.common.Viewer;

/** What a customer writes on the portal, as the conversation takes it: plain text, by a person, of known address. */
final class PortalWords {

    private PortalWords() {}

    static IncomingMessage of(Viewer viewer, String subject, String text, List<NewAttachment> files) {
        return new IncomingMessage(
                Channel.PORTAL,
                viewer.getPersonId(),
                viewer.getEmail().isEmpty() ? null : viewer.getEmail(),
                subject,
                text,
                null,
                viewer.getLang(),
                false,
                null,
                null,
                null,
                null,
                null,
                files);
    }
}
