package org.pilet.channels.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;

/** One fetch of one mailbox, apart from all others: a server that hangs keeps nobody else waiting. */
@Stateless
@PermitAll // does nothing but what is due anyway
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // talks to the network
public class MailboxPolls {

    private static final Logger LOG = Logger.getLogger(MailboxPolls.class.getName());

    /** One node decides what was left behind with one thread; what is new is decided by whoever fetched it. */
    private static final Semaphore DECIDING = new Semaphore(1);

    @EJB
    private MailboxClaims claims;

    @Inject
    private MailboxFetch fetch;

    @Inject
    private MailTriage triage;

    @Asynchronous
    public void poll(MailboxLogin login) {
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
        }
    }

    @Asynchronous
    public void decideDue() {
        if (DECIDING.tryAcquire()) {
            try {
                triage.decideDue();
            } finally {
                DECIDING.release();
            }
        }
    }
}
