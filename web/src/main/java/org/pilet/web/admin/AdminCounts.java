package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.pilet.channels.mail.MailKeys;
import org.pilet.platform.OutboxEntries;

/** The numbers beside the administrator's lists. Read once a request, after what the request has changed. */
@Named
@RequestScoped
public class AdminCounts {

    @EJB
    private OutboxEntries entries;

    @EJB
    private MailKeys keys;

    private Long dead;
    private Long waiting;
    private Long ending;

    public long getDead() {
        if (dead == null) {
            dead = entries.count("DEAD");
        }
        return dead;
    }

    public long getWaiting() {
        if (waiting == null) {
            waiting = entries.count("WAITING");
        }
        return waiting;
    }

    /** How many certificates and keys somebody should see to. */
    public long getEnding() {
        if (ending == null) {
            ending = keys.ending();
        }
        return ending;
    }
}
