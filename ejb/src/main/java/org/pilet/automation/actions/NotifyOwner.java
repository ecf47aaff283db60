package org.pilet.automation.actions;

import jakarta.enterprise.context.Dependent;

/**
 * Sends the owner a mail; the team's lead when nobody owns the ticket. Without words of its own it says in theirs that the
 * ticket needs them.
 */
@Dependent
class NotifyOwner implements NotifySomebody {

    @Override
    public String name() {
        return "notifyOwner";
    }

    @Override
    public Audience audience() {
        return Audience.OWNER;
    }
}
