package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.channels.mail.InboundMailStore.Entry;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;

/**
 * The two steps of taking a mail in, each a transaction of its own: first its bytes are made safe, then it is decided. A
 * crash between the two leaves a stored mail, which is decided later.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // one bad mail harms only itself
public class MailIntake {

    /** Who stores a mail decides it at once; should they die, it is anybody's after this. */
    private static final Duration HEAD_START = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 6;
    private static final int AT_ONCE = 50;

    @Inject
    private InboundMailStore store;

    @Inject
    private MailDecisions decisions;

    @Inject
    private MailOpening opening;

    @Inject
    private SizeRefusals refusals;

    @Inject
    private MailAlerts alerts;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /**
     * Stores the mail, once: the same mail in the same mailbox again is answered with what became of it. A mail over the
     * limit is refused here, its header kept and its sender told; where nobody can be told it waits in quarantine.
     */
    public InboundOutcome accept(RawMail raw, long mailboxId) {
        ParsedMail header = raw.header();
        String key = raw.dedupKey(header);
        store.lockKey(mailboxId, key);
        Optional<InboundOutcome> known = store.byDedupKey(mailboxId, key);
        if (known.isPresent()) {
            return known.get().asDuplicate();
        }
        Instant now = clock.now();
        boolean tooLarge = raw.tooLarge();
        boolean refused = tooLarge && refusals.isDue(header);
        InboundState state = refused ? InboundState.REFUSED : tooLarge ? InboundState.QUARANTINED : InboundState.STORED;
        Entry entry = new Entry(
                mailboxId,
                key,
                stored(raw),
                raw.size(),
                now,
                header.from().map(MailAddress::address).orElse(null),
                header.subject(),
                state,
                tooLarge ? "TOO_LARGE" : null,
                tooLarge ? Why.of("tooLarge") : null,
                tooLarge ? null : now.plus(HEAD_START));
        long id = store.add(entry);
        if (refused) {
            refusals.tell(id, mailboxId, header, raw.size());
        }
        if (tooLarge) {
            alerts.tooLarge(id, mailboxes.find(mailboxId).orElseThrow(), header, raw.size(), refused);
        }
        return new InboundOutcome(id, state, entry.decision(), entry.reason(), null, null, null, false);
    }

    /** Decides a stored mail; for one that is decided, or being decided elsewhere, answers how it stands. */
    public InboundOutcome process(long id) {
        return store.lockPending(id).flatMap(this::decided).orElseGet(() -> store.outcome(id));
    }

    private Optional<InboundOutcome> decided(Pending pending) {
        ParsedMail mail = MailParser.parse(blobs.open(pending.rawBlobId()));
        MailOpening.Open open = opening.of(pending, mail);
        Decision made = decisions.decide(open.pending(), open.mail(), open.why());
        return store.decided(
                pending.id(),
                made.state(),
                made.decision(),
                made.reason(),
                made.ticketId(),
                made.messageId(),
                clock.now());
    }

    /** Deciding failed: tried again after a growing pause, or put in quarantine when that is of no use. */
    public InboundOutcome failed(long id, String error, boolean hopeless) {
        int attempts = store.attempts(id) + 1;
        if (hopeless || attempts >= MOST_ATTEMPTS) {
            store.quarantine(id, "FAULT", Why.of("fault", error), error, clock.now());
        } else {
            store.again(id, error, clock.now().plus(FIRST_PAUSE.multipliedBy(1L << (2 * (attempts - 1)))));
        }
        return store.outcome(id);
    }

    /** Stored mails that nobody is deciding. */
    public List<Long> due() {
        return store.due(clock.now(), AT_ONCE);
    }

    private long stored(RawMail raw) {
        try (var bytes = raw.open()) {
            return blobs.store(bytes).id();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The spooled mail cannot be read back", unreadable);
        }
    }
}
