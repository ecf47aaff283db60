package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/**
 * Sends whoever is on call duty for the queue's team a mail; without words of its own it says in theirs that the ticket
 * needs them.
 */
@Dependent
class NotifyOnDuty implements NotifySomebody {

    @Override
    public String name() {
        return "notifyOnDuty";
    }

    @Override
    public Audience audience() {
        return Audience.ON_DUTY;
    }
}
