package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.pilet.tickets.Channel;

/**
 * One entry of the thread, safe to show.
 *
 * @param html sanitised; images by {@code cid:}; remote images carry their address in {@code data-remote-src} and are
 *     not loaded until asked for. Null when only text exists.
 * @param thanks whether it was read as thanks and nothing else, and so left a ticket that was done as it was; false for
 *     customers
 * @param deliveryError why it could not be delivered, or null
 * @param why which rule or match brought it here, in the form of {@code channels.mail}; null for customers
 */
public record MessageView(
        long id,
        long ticketId,
        Visibility visibility,
        Origin origin,
        Channel channel,
        Long authorId,
        String authorName,
        String authorAddress,
        Instant at,
        String subject,
        String text,
        String html,
        String language,
        boolean automatic,
        boolean thanks,
        String recipientsTo,
        String recipientsCc,
        Delivery delivery,
        Instant deliveredAt,
        String deliveryError,
        String why,
        List<AttachmentView> attachments)
        implements Serializable {

    /** The same with the reason in other words. */
    public MessageView withWhy(String words) {
        return new MessageView(
                id,
                ticketId,
                visibility,
                origin,
                channel,
                authorId,
                authorName,
                authorAddress,
                at,
                subject,
                text,
                html,
                language,
                automatic,
                thanks,
                recipientsTo,
                recipientsCc,
                delivery,
                deliveredAt,
                deliveryError,
                words,
                attachments);
    }
}
