package org.pilet.channels.mail;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** One fetch of one mailbox, apart from all others: a server that hangs keeps nobody else waiting. */
@Stateless
@PermitAll // does nothing but what is due anyway
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // talks to the network
public class MailboxPolls {

    private static final Logger LOG = Logger.getLogger(MailboxPolls.class.getName());

    private static final Semaphore LOOKING = new Semaphore(1);
    private static final Set<Long> POLLED = ConcurrentHashMap.newKeySet();

    @Resource
    private SessionContext context;

    @EJB
    private MailboxClaims claims;

    @Inject
    private MailboxFetch fetch;

    @Inject
    private MailboxWatches watches;

    @Inject
    private MailboxWatch watching;

    @Inject
    private MailTriage triage;

    @Inject
    private LanguageGuess languages;

    @Asynchronous
    public void warmUp() {
        languages.of("", "The first guess reads the model of all languages.");
    }

    /** Has what is due fetched, each mailbox apart, and decides what was left behind; one look at a time on a node. */
    @Asynchronous
    public void look() {
        Tick.run("the mailboxes' claims", this::keepClaims);
        if (!LOOKING.tryAcquire()) {
            return;
        }
        try {
            Tick.run("the mailbox polls", this::lookAtAll);
        } finally {
            LOOKING.release();
        }
    }

    private void keepClaims() {
        Set<Long> held = new HashSet<>(POLLED);
        held.addAll(watches.mailboxes());
        if (!held.isEmpty()) {
            Map<Long, Integer> mine = claims.keep(held);
            watches.endAllBut(mine);
        }
    }

    private void lookAtAll() {
        claims.claim().forEach(context.getBusinessObject(MailboxPolls.class)::poll);
        triage.decideDue();
    }

    /** Takes what is new; where the server offers to tell of more, somebody is left there to listen. */
    @Asynchronous
    public void poll(MailboxLogin login) {
        POLLED.add(login.id());
        try {
            Fetched fetched = fetch.fetch(login);
            if (fetched.mails() > 0) {
                LOG.log(Level.INFO, "Took {0} mails from {1}", new Object[] {fetched.mails(), login});
            }
            if (canListen(login)) {
                claims.watched(login, fetched);
                watches.start(login, context.getBusinessObject(MailboxPolls.class)::listen);
            } else {
                claims.fetched(login, fetched);
            }
        } catch (Exception fault) { // an outer wall: one bad mailbox harms only itself
            failed(login, fault);
        } finally {
            POLLED.remove(login.id());
        }
    }

    private boolean canListen(MailboxLogin login) throws MessagingException, IOException {
        return !login.pop() && login.fetching().idle() && watches.hasRoom() && watching.isOffered(login);
    }

    /** Runs for hours on a thread of its own: not one of those that serve everybody. */
    public void listen(MailboxWatches.Watch watch) {
        try {
            boolean atOnce = watching.watch(watch);
            if (!watches.isClosed()) { // else the claim runs out by itself
                claims.unwatched(watch.login(), atOnce);
            }
        } catch (Exception fault) { // an outer wall, as above
            if (!watches.isClosed()) {
                failed(watch.login(), fault);
            }
        }
    }

    private void failed(MailboxLogin login, Exception fault) {
        String words = MailTrouble.words(fault);
        LOG.log(Level.WARNING, "Could not fetch {0}: {1}", new Object[] {login, words});
        LOG.log(Level.FINE, "Could not fetch " + login, fault);
        Tick.run("the failure of a mailbox", () -> claims.failed(login.id(), MailTrouble.of(fault), words));
    }
}
