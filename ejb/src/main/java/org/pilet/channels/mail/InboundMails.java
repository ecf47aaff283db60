package org.pilet.channels.mail;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
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
