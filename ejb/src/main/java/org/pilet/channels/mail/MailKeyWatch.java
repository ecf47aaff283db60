package org.pilet.channels.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Looks each morning whether a certificate or key ends; on one node of a cluster. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailKeyWatch {

    @EJB
    private MailKeyWarnings warnings;

    @Schedule(hour = "6", minute = "10", info = "mail-keys") // persistent: one node of a cluster fires it
    public void morning() {
        Tick.run("the watch over certificates and keys", warnings::warn);
    }
}
