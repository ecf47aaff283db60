package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/** Sends the lead of the queue's team a mail; without words of its own it says in theirs that the ticket needs them. */
@Dependent
class NotifyLead implements NotifySomebody {

    @Override
    public String name() {
        return "notifyManager";
    }

    @Override
    public Audience audience() {
        return Audience.LEAD;
    }
}
