package org.pilet.channels.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;

/** Every two seconds claims the mailboxes that are due and has each fetched; and has left-behind mails decided. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // ticks hold nothing
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxPoller {

    private static final Logger LOG = Logger.getLogger(MailboxPoller.class.getName());

    @EJB
    private MailboxClaims claims;

    @EJB
    private MailboxPolls polls;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false) // every node polls what it can claim
    public void tick() {
        try {
            claims.claim().forEach(polls::poll);
            polls.decideDue();
        } catch (RuntimeException fault) { // an outer wall: the timer must go on, whatever one tick meets
            LOG.log(Level.WARNING, "Mailboxes were not looked at this time", fault);
        }
    }
}
