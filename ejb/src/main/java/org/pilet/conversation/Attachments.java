package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.LimitedStream;
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

    /** Nothing typed is ever lost: files that a draft names stay as long as the draft does. */
    static final Setting<Integer> KEPT_DAYS = Setting.number(
            "conversation.upload.days",
            30,
            "Days after which an uploaded file that no message and no draft names is removed");

    private static final int AT_ONCE = 200;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private MessageStore store;

    @Inject
    private UploadStore uploads;

    @Inject
    private Clock clock;

    @Inject
    private Blobs blobs;

    @Inject
    private Settings settings;

    /** Stores a file before the message it belongs to is written. Refused with {@link AttachmentTooLarge}. */
    public BlobRef upload(InputStream content) {
        long largest = settings.get(LARGEST);
        BlobRef blob = blobs.store(new LimitedStream(content, largest, () -> new AttachmentTooLarge(largest)));
        uploads.loose(blob.id(), clock.now());
        return blob;
    }

    /** Stores a file that waits until what it belongs to is sent; only its uploader can attach it. */
    public WaitingFile keep(String name, String mediaType, InputStream content) {
        BlobRef blob = upload(content);
        String type = mediaType == null ? "application/octet-stream" : mediaType;
        WaitingFile file = new WaitingFile(
                UUID.randomUUID().toString(), FileName.safe(name), type, blob.id(), blob.size(), blob.sha256());
        uploads.add(access.me().personId(), file, clock.now());
        return file;
    }

    /** Has a file that is stored already wait once more, for what it belonged to was taken back. */
    public WaitingFile keep(NewAttachment stored) {
        WaitingFile file = new WaitingFile(
                UUID.randomUUID().toString(),
                stored.name(),
                stored.mediaType(),
                stored.content().id(),
                stored.content().size(),
                stored.content().sha256());
        uploads.add(access.me().personId(), file, clock.now());
        return file;
    }

    /** The caller's own files that these tokens stand for; unknown ones are passed over. */
    public List<WaitingFile> waiting(Collection<String> tokens) {
        return tokens.isEmpty() ? List.of() : uploads.find(access.me().personId(), tokens);
    }

    /** One of the caller's own waiting files, to be read and closed by the caller; refused with {@link NotFound} for others. */
    public AttachmentContent openWaiting(String token) {
        WaitingFile file = waiting(token == null ? List.of() : List.of(token)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment", token));
        AttachmentView view = new AttachmentView(0, 0, file.name(), file.mediaType(), file.size(), null, false);
        return new AttachmentContent(view, file.sha256(), blobs.open(file.blobId()));
    }

    /** Call when they were sent, or are not wanted. */
    public void forget(Collection<String> tokens) {
        if (!tokens.isEmpty()) {
            uploads.forget(access.me().personId(), tokens);
        }
    }

    /** Removes what was uploaded long ago and neither sent nor left in a draft. Returns how many files were removed. */
    @RolesAllowed(Roles.SYSTEM)
    public int tidy() {
        Instant now = clock.now();
        uploads.forgetAbandoned(now.minus(settings.get(KEPT_DAYS), ChronoUnit.DAYS));
        return uploads.removeLoose(now.minus(1, ChronoUnit.DAYS), now, AT_ONCE);
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
