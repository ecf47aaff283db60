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
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;

/** Who fetches which mailbox and how it went; each step is a short transaction of its own, for the poller. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // a claim must be committed before the network is used
public class MailboxClaims {

    /** Renewed at every look while the fetch goes on; what a dead node held is free after this. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(1500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Inject
    private MailboxStore store;

    @Inject
    private Clock clock;

    /** What is due, now this node's to fetch. */
    public List<MailboxLogin> claim() {
        Instant now = clock.now();
        return store.claim(now, now.plus(CLAIM));
    }

    /** These are still being fetched here. */
    public void keep(Collection<Long> mailboxIds) {
        store.keep(mailboxIds, clock.now().plus(CLAIM));
    }

    /** It went well; due again soon. */
    public void fetched(long mailboxId) {
        Instant now = clock.now();
        store.fetched(mailboxId, now, now.plus(PAUSE));
    }

    /** The provider gave a new refresh token in place of the one that was used. */
    public void refreshed(long mailboxId, String refreshToken) {
        store.replacePassword(mailboxId, refreshToken);
    }

    /** It failed; due again after a pause that grows with each failure. */
    public void failed(long mailboxId, String error) {
        long factor = 1L << Math.min(10, store.failures(mailboxId));
        Duration pause = PAUSE.multipliedBy(factor);
        Duration kept = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        store.failed(mailboxId, error, clock.now().plus(kept));
    }
}
