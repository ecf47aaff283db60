package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.sla.ExplainedInterval;
import org.pilet.tickets.Status;

/** Why clocks did what they did, in words. */
@Named
@ApplicationScoped
public class ClockWords {

    private static final Map<String, Status> STATUSES = new TreeMap<>();

    static {
        for (Status status : Status.values()) {
            STATUSES.put(status.name(), status);
        }
    }

    @Inject
    private PageTexts texts;

    /** The holidays of a closed piece, the status of one that was paused or stopped. */
    public String why(ExplainedInterval piece) {
        return piece.kind() == ExplainedInterval.Kind.CLOSED ? piece.why() : why(piece.why());
    }

    /** A status, or another reason that a clock gives. */
    public String why(String reason) {
        if (reason == null || reason.isEmpty()) {
            return "";
        }
        Status status = STATUSES.get(reason);
        return status == null ? texts.get("clockWhy." + reason) : texts.the(status);
    }
}
