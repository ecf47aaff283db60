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
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Lets go of tickets that somebody kept and then did nothing on; each in a transaction of its own. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // one bad ticket must not hold up the others
public class LockSweep {

    private static final int AT_ONCE = 200;

    @EJB
    private TicketLocks locks;

    @Inject
    private LockStore store;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false) // every node; rivals meet at the row lock
    public void tick() {
        Tick.run("the lock sweep", () -> store.runOut(clock.now(), AT_ONCE).forEach(locks::runOut));
    }
}
