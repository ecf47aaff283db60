package org.pilet.channels.mail.pictures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/**
 * Pictures that a message shows from the web, fetched by the server when a reader asks for them: the sender learns that
 * somebody has, but neither who nor where from.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // talks to the network
public class RemotePictures {

    @EJB
    private Conversations conversations;

    @Inject
    private PictureFetch fetch;

    /**
     * The message's picture of that place among those held back, counted from 0. Refused with {@link NotFound} when the
     * caller may not read the message or it has no such picture; empty when the web does not give it.
     */
    public Optional<RemotePicture> of(long messageId, int place) {
        MessageView message = conversations.view(messageId);
        List<Element> pictures = message.html() == null
                ? List.of()
                : Jsoup.parseBodyFragment(message.html()).select("img[data-remote-src]");
        if (place < 0 || place >= pictures.size()) {
            throw new NotFound("picture", place);
        }
        return fetch.fetch(pictures.get(place).attr("data-remote-src"));
    }
}
