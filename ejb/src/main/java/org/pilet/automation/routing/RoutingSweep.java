package org.pilet.automation.routing;

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
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Gives out what waits; every node does, and they meet at the rows. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.WRITE) // a slow sweep is not overtaken by the next
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoutingSweep {

    @EJB
    private Routing routing;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void tick() {
        Tick.run("the routing", () -> routing.waiting()
                .forEach(id -> Tick.run("the routing of ticket " + id, () -> routing.dispatch(id))));
    }
}
