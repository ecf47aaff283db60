package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/** Sends everybody in the queue's team a mail; without words of its own it says in theirs that the ticket needs them. */
@Dependent
class NotifyTeam implements NotifySomebody {

    @Override
    public String name() {
        return "notifyTeam";
    }

    @Override
    public Audience audience() {
        return Audience.TEAM;
    }
}
