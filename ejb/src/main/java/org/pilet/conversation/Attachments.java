package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Blobs;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;

/** Files on messages. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Attachments {

    public static final Setting<Integer> LARGEST = Setting.number(
            "conversation.attachment.largest",
            25 * 1024 * 1024,
            "Largest attachment in bytes, for uploads and the API");

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private MessageStore store;

    @Inject
    private Blobs blobs;

    @Inject
    private Settings settings;

    /** Stores a file before the message it belongs to is written. Refused with {@link AttachmentTooLarge}. */
    public BlobRef upload(InputStream content) {
        return blobs.store(new LimitedStream(content, settings.get(LARGEST)));
    }

    /** A file to be read and closed by the caller; refused with {@link NotFound} when they may not read its message. */
    public AttachmentContent open(long id) {
        MessageStore.Located file = store.attachment(id).orElseThrow(() -> new NotFound("attachment", id));
        if (!isStaffOn(file.ticketId(), id) && file.visibility() == Visibility.INTERNAL) {
            throw new NotFound("attachment", id);
        }
        return new AttachmentContent(file.view(), blobs.ref(file.blobId()).sha256(), blobs.open(file.blobId()));
    }

    private boolean isStaffOn(long ticketId, long attachmentId) {
        TicketScope scope = finder.scope(ticketId);
        try {
            return access.require(Permission.VIEW, scope).mayView(scope.queueId());
        } catch (NotFound hidden) { // which names the ticket: that alone would tell that there is such a file
            throw new NotFound("attachment", attachmentId);
        }
    }
}
