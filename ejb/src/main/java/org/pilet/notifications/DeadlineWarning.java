package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Warns that a target will soon be missed; says nothing when that has been settled before the reader begins to work. */
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
        return deadlines.isStillAhead(payload) ? deadlines.draft("warned", payload) : Optional.empty();
    }
}
