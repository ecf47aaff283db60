package org.pilet.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.pilet.platform.Roles;

/** Sees at the start of a demonstration ({@code pilet.demo=true}) that there is something to see; later starts change nothing. */
@Singleton
@Startup
@DependsOn("Schema")
@RunAs(Roles.SYSTEM) // it opens accounts
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each part is a transaction of its own
public class DemoData {

    private static final Logger LOG = Logger.getLogger(DemoData.class.getName());

    @Inject
    private DemoMode mode;

    @EJB
    private DemoCast cast;

    @EJB
    private DemoTickets tickets;

    @PostConstruct
    void create() {
        if (!mode.isOn()) {
            return;
        }
        boolean people = cast.appear();
        if (tickets.appear() || people) {
            LOG.info("Demo accounts, queues and tickets created");
        }
    }
}
