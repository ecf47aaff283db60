package org.pilet.channels.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.inject.Inject;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Every two seconds has the mailboxes that are due fetched, and left-behind mails decided; waits for neither. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // ticks hold nothing
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxPoller {

    @EJB
    private MailboxPolls polls;

    @Inject
    private MailboxWatches watches;

    /** The first mail should not wait for what takes long the first time. */
    @PostConstruct
    void warmUp() {
        polls.warmUp();
    }

    @PreDestroy
    void end() {
        watches.close(); // not by way of an EJB: those have ended by now
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false) // every node polls what it can claim
    public void tick() {
        Tick.run("the mailbox poller", polls::look);
    }
}
