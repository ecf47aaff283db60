package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/** Sends all administrators a mail; without words of its own it says in theirs that the ticket needs them. */
@Dependent
class NotifyAdministrators implements NotifySomebody {

    @Override
    public String name() {
        return "notifyAdministrators";
    }

    @Override
    public Audience audience() {
        return Audience.ADMINISTRATORS;
    }
}
