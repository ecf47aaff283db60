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
import java.util.List;
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
    private static final Set<Long> HELD = ConcurrentHashMap.newKeySet();

    @Resource
    private SessionContext context;

    @EJB
    private MailboxClaims claims;

    @Inject
    private MailboxFetch fetch;

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
        if (!HELD.isEmpty()) {
            Tick.run("the mailboxes' claims", () -> claims.keep(List.copyOf(HELD)));
        }
        if (!LOOKING.tryAcquire()) {
            return;
        }
        try {
            Tick.run("the mailbox polls", this::lookAtAll);
        } finally {
            LOOKING.release();
        }
    }

    private void lookAtAll() {
        claims.claim().forEach(context.getBusinessObject(MailboxPolls.class)::poll);
        triage.decideDue();
    }

    @Asynchronous
    public void poll(MailboxLogin login) {
        HELD.add(login.id());
        try {
            int taken = fetch.fetch(login);
            claims.fetched(login.id());
            if (taken > 0) {
                LOG.log(Level.INFO, "Took {0} mails from {1}", new Object[] {taken, login});
            }
        } catch (Exception fault) { // an outer wall: one bad mailbox harms only itself
            String words = fault.getClass().getSimpleName() + ": " + fault.getMessage();
            LOG.log(Level.WARNING, "Could not fetch {0}: {1}", new Object[] {login, words});
            LOG.log(Level.FINE, "Could not fetch " + login, fault);
            claims.failed(login.id(), words);
        } finally {
            HELD.remove(login.id());
        }
    }
}
