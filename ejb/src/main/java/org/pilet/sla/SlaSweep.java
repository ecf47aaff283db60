package org.pilet.sla;

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
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/**
 * Looks each second for clocks that have something to strike, on every node; rivals meet at the ticket's row and at the
 * clock's generation, so each strikes once. While nothing is due it costs one look into an index.
 */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // a tick during a long sweep goes away instead of waiting
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each clock has a transaction of its own
public class SlaSweep {

    private static final Logger LOG = Logger.getLogger(SlaSweep.class.getName());
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 50;

    @EJB
    private SlaClocks clocks;

    private final AtomicBoolean sweeping = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false) // every node; due rows survive, not timers
    public void tick() {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            Tick.run("the service-level sweep", this::rounds);
        } finally {
            sweeping.set(false);
        }
    }

    private void rounds() {
        // Rounds are bounded, so that clocks whose tickets others hold are left to the next tick.
        for (int round = 0; round < ROUNDS && sweep() == AT_ONCE; round++) {
            LOG.log(Level.FINE, "{0} clocks struck in a row", AT_ONCE);
        }
    }

    private int sweep() {
        List<DueClock> due = clocks.due(AT_ONCE);
        due.forEach(this::strike);
        return due.size();
    }

    private void strike(DueClock due) {
        try {
            clocks.strike(due);
        } catch (Exception failed) { // outer wall: the timer's tick
            LOG.log(
                    Level.SEVERE,
                    failed,
                    () -> "Clock " + due.clockId() + " of ticket " + due.ticketId()
                            + " could not be struck; trying again later");
            clocks.defer(due);
        }
    }
}
