package org.pilet.channels.mail;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.MailPart;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;

/** The mail log: what came, what was decided and why; the quarantine; and the entrance for MTAs that pipe mail in. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
@RunAs(Roles.SYSTEM) // a piped mail is taken in as the house's own pollers do it, whoever holds the pipe's token
public class InboundMails {

    /** As much of a mail's source as a page shows. */
    private static final int LONGEST_SOURCE = 256 * 1024;

    @Resource
    private SessionContext context;

    @Inject
    private InboundMailStore store;

    @Inject
    private MailboxChoice mailboxes;

    @Inject
    private MailTriage triage;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /** More bytes than any mailbox takes: where a pipe may stop reading. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long largest() {
        return mailboxes.largest();
    }

    /**
     * Takes in a mail that an MTA hands over. When this returns, the mail is safe, whatever the outcome says.
     *
     * @param recipient the envelope's recipient, or null: then the mail's own headers tell. Refused with
     *     {@link InvalidInput} when it is nobody's mailbox here
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each of the two steps is a transaction
    public InboundOutcome receive(RawMail raw, String recipient) {
        MailboxView mailbox = mailboxes.choose(raw.header(), recipient);
        raw.limitTo(mailbox.largest());
        return triage.take(raw, mailbox.id());
    }

    /** The log, newest first; state null means all. The cursor is the last id. */
    public Page<InboundMailView> log(InboundState state, String cursor, int size) {
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<InboundMailView> rows = store.page(state, before, size + 1);
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        return new Page<>(
                rows.subList(0, size), String.valueOf(rows.get(size - 1).id()));
    }

    /** Refused with {@link NotFound}. */
    public InboundMailView view(long id) {
        return store.view(id).orElseThrow(() -> new NotFound("mail", id));
    }

    /** The mail as it came, to be read and closed by the caller; of one too large only the header. */
    public InputStream raw(long id) {
        return blobs.open(store.rawBlob(id).orElseThrow(() -> new NotFound("mail", id)));
    }

    /** The mail as a person can read it, with the beginning of its source. Refused with {@link NotFound}. */
    public InboundMailSource source(long id) {
        long blobId = store.rawBlob(id).orElseThrow(() -> new NotFound("mail", id));
        ParsedMail mail = MailParser.parse(blobs.open(blobId));
        byte[] start;
        try (InputStream bytes = blobs.open(blobId)) {
            start = bytes.readNBytes(LONGEST_SOURCE + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The stored bytes of mail " + id + " cannot be read", unreadable);
        }
        boolean whole = start.length <= LONGEST_SOURCE;
        return new InboundMailSource(
                id,
                mail.headers().first("From").orElse(null),
                mail.headers().first("To").orElse(null),
                mail.subject(),
                mail.date(),
                mail.text(),
                mail.parts().stream().map(MailPart::name).toList(),
                mail.faults(),
                MailParser.readable(whole ? start : Arrays.copyOf(start, LONGEST_SOURCE)),
                whole);
    }

    /** Takes a mail out of quarantine and lets it be decided anew, at once. Refused with {@link NotFound}. */
    public void retry(long id) {
        if (!store.release(id, clock.now())) {
            throw new NotFound("mail", id);
        }
    }

    /** Ends a mail's quarantine without a ticket. Refused without a reason, and with {@link NotFound}. */
    public void dismiss(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "required");
        }
        if (!store.dismiss(id, reason.strip(), personId(), clock.now())) {
            throw new NotFound("mail", id);
        }
    }

    private Long personId() {
        String name = context.getCallerPrincipal().getName();
        return name.matches("\\d{1,18}") ? Long.valueOf(name) : null;
    }
}
