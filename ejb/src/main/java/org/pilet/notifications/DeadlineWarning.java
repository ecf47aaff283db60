package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Warns that a target will soon be missed. */
@Dependent
class DeadlineWarning implements NoticeKind {

    @Inject
    private Deadlines deadlines;

    @Override
    public String event() {
        return "sla.warned";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        return deadlines.draft("warned", payload);
    }
}
