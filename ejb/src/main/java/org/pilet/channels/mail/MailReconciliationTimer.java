package org.pilet.channels.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Roles;

/** Starts the nightly comparison of handed over with existing mail; on one node of a cluster. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the batch runtime commits for itself
public class MailReconciliationTimer {

    static final String JOB = "mail-reconciliation";

    private static final Logger LOG = Logger.getLogger(MailReconciliationTimer.class.getName());

    @Schedule(hour = "2", minute = "40", info = JOB) // persistent: one node of a cluster fires it
    public void night() {
        try {
            BatchRuntime.getJobOperator().start(JOB, new Properties());
        } catch (BatchRuntimeException notNow) {
            LOG.log(Level.WARNING, "The reconciliation of mail was not started", notNow);
        }
    }
}
