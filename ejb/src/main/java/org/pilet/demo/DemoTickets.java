package org.pilet.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;

/** The tickets that stand there at the first start. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DemoTickets {

    private static final int TICKETS = 300;
    private static final int DAYS = 60;
    private static final long SEED = 1;

    @Inject
    private RunStore runs;

    @Inject
    private StageStore stages;

    @Inject
    private PlayedTicketStore tickets;

    @Inject
    private Clock clock;

    /** Plays two months of a small help desk, in one transaction; false when that was done already. */
    public boolean appear() {
        if (runs.first().isPresent()) {
            return false;
        }
        Run run = runs.begin(null, SEED, TICKETS, DAYS, clock.now());
        Plot plot = run.plot(stages.stage());
        tickets.add(run, IntStream.range(0, TICKETS).mapToObj(plot::play).toList());
        return true;
    }
}
