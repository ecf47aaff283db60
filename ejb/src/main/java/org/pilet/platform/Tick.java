package org.pilet.platform;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The outer wall of clockwork. A tick that fails is logged once and harms no later one. That the database is away is said
 * when it goes and when it is back, not at every tick between.
 */
public final class Tick {

    private static final Logger LOG = Logger.getLogger(Tick.class.getName());
    private static final AtomicBoolean AWAY = new AtomicBoolean();

    private Tick() {}

    /** Does the work; whatever it throws ends here. */
    public static void run(String name, Runnable work) {
        try {
            work.run();
            if (AWAY.compareAndSet(true, false)) {
                LOG.info("The database is back");
            }
        } catch (RuntimeException failure) { // one of the three outer walls
            report(name, failure);
        }
    }

    private static void report(String name, RuntimeException failure) {
        if (!Outage.in(failure)) {
            LOG.log(Level.SEVERE, "The tick of " + name + " failed; the next one tries again", failure);
        } else if (AWAY.compareAndSet(false, true)) {
            LOG.warning("The database is away; all clockwork waits until it is back");
        }
    }
}
