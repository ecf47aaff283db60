package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/** Sends who is responsible a mail; without words of its own it says in theirs that the ticket needs them. */
@Dependent
class NotifyResponsible implements NotifySomebody {

    @Override
    public String name() {
        return "notifyResponsible";
    }

    @Override
    public Audience audience() {
        return Audience.RESPONSIBLE;
    }
}
