package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;

/** Who fetches which mailbox and how it went; each step is a short transaction of its own, for the poller. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // a claim must be committed before the network is used
public class MailboxClaims {

    /** Renewed at every look while the fetch goes on; what a dead node held is free after this. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Tells this running server from all others, and from itself before a restart. */
    private static final String HERE = UUID.randomUUID().toString();

    @Inject
    private MailboxClaimStore store;

    @Inject
    private Clock clock;

    /** What is due, now this node's to fetch. */
    public List<MailboxLogin> claim() {
        Instant now = clock.now();
        return store.claim(HERE, now, now.plus(CLAIM));
    }

    /**
     * These are still being fetched here.
     *
     * @return those that may go on, each with its settings' version; what was taken away or switched off is missing
     */
    public Map<Long, Integer> keep(Collection<Long> mailboxIds) {
        return store.keep(HERE, mailboxIds, clock.now().plus(CLAIM));
    }

    /** It went well; due again after the mailbox's pause. */
    public void fetched(MailboxLogin login, Fetched what) {
        Instant now = clock.now();
        store.looked(login.id(), what, now);
        store.release(HERE, login.id(), now.plusSeconds(login.fetching().pollSeconds()));
    }

    /** It went well, and the server is asked to tell of new mail: the claim goes on. */
    public void watched(MailboxLogin login, Fetched what) {
        Instant now = clock.now();
        store.looked(login.id(), what, now);
        store.watched(HERE, login.id(), now);
    }

    /** How to fetch it by its settings of now. */
    public Optional<MailboxLogin> login(long mailboxId) {
        return store.login(mailboxId);
    }

    /** Nothing more is heard from the server; due again now, or after the mailbox's pause. */
    public void unwatched(MailboxLogin login, boolean atOnce) {
        store.release(
                HERE,
                login.id(),
                clock.now().plusSeconds(atOnce ? 0 : login.fetching().pollSeconds()));
    }

    /** The provider gave a new refresh token in place of the one that was used. */
    public void refreshed(long mailboxId, String refreshToken) {
        store.replacePassword(mailboxId, refreshToken);
    }

    /** It failed; due again after a pause that grows with each failure. */
    public void failed(long mailboxId, MailTrouble trouble, String error) {
        long factor = 1L << Math.min(10, store.failures(mailboxId));
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        Duration kept = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        store.failed(HERE, mailboxId, trouble, error, clock.now().plus(kept));
    }

    /** Which mails of a POP3 server have been taken. */
    public Set<String> uids(long mailboxId) {
        return store.uids(mailboxId);
    }

    /** This one is stored here. */
    public void uidTaken(long mailboxId, String uid) {
        store.addUid(mailboxId, uid, clock.now());
    }

    /** Only these are still on the server. */
    public void forgetUids(long mailboxId, Set<String> there) {
        store.keepUids(mailboxId, there);
    }
}
