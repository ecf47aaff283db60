package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.pilet.platform.OutboxEntries;

/** The numbers beside the administrator's lists. Read once a request, after what the request has changed. */
@Named
@RequestScoped
public class AdminCounts {

    @EJB
    private OutboxEntries entries;

    private Long dead;
    private Long waiting;

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
}
