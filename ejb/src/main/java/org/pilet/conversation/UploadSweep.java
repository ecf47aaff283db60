package org.pilet.conversation;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Removes files that were uploaded and then forgotten, a few at a time. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each handful in a transaction of its own
public class UploadSweep {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class.getName());

    @EJB
    private Attachments attachments;

    @Schedule(hour = "*", minute = "17", persistent = false) // every node; rivals pass over what the other holds
    public void tick() {
        Tick.run("the upload sweep", this::tidy);
    }

    private void tidy() {
        int removed = attachments.tidy();
        for (int more = removed; more > 0; removed += more) {
            more = attachments.tidy();
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} uploaded files that nothing names", removed);
        }
    }
}
