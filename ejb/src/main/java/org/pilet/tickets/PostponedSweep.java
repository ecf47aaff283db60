package org.pilet.tickets;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Clock;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Wakes postponed tickets when their day has come; each in a transaction of its own. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // one bad ticket must not hold up the others
public class PostponedSweep {

    private static final Logger LOG = Logger.getLogger(PostponedSweep.class.getName());
    private static final int AT_ONCE = 200;

    @EJB
    private Tickets tickets;

    @Inject
    private TicketStore store;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false) // every node; rivals meet at the row lock
    public void tick() {
        Tick.run("the postponed sweep", () -> store.wakeable(clock.now(), AT_ONCE)
                .forEach(this::wake));
    }

    private void wake(long id) {
        try {
            tickets.change(id, null, List.of(TicketChange.SetStatus.to(Status.OPEN)), "wake-up");
        } catch (Refusal changedMeanwhile) {
            LOG.log(Level.FINE, "Ticket {0} was not woken: {1}", new Object[] {id, changedMeanwhile.getMessage()});
        }
    }
}
