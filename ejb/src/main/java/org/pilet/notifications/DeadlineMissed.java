package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Tells that a target has been missed. */
@Dependent
class DeadlineMissed implements NoticeKind {

    @Inject
    private Deadlines deadlines;

    @Override
    public String event() {
        return "sla.breached";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        return deadlines.draft("breached", payload);
    }
}
