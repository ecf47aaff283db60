package org.pilet.platform;

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
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the drain: after every commit that filled the outbox, and each second for what has become due. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // waking must never wait
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxPump {

    @EJB
    private OutboxDrain drain;

    @EJB
    private OutboxEntries entries;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false) // every node pumps
    public void tick() {
        drain.drain();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void keep() {
        drain.keep();
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void purge() {
        entries.purge();
    }

    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled filled) {
        drain.drain();
    }
}
