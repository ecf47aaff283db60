package org.pilet.web.common;

import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Outage;
import org.pilet.platform.Refusal;

/** Tells a business "no" from a fault, and a fault of ours from an absent database. */
public final class Faults {

    private static final Logger LOG = Logger.getLogger("org.pilet.incident");

    private Faults() {}

    public static Optional<Refusal> refusal(Throwable thrown) {
        return causes(thrown).stream()
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }

    public static boolean isForbidden(Throwable thrown) {
        return causes(thrown).stream().anyMatch(EJBAccessException.class::isInstance);
    }

    public static boolean isOutage(Throwable thrown) {
        return Outage.in(thrown);
    }

    /** The request had more bytes than the server takes; each server has an exception of its own for it. */
    public static boolean isTooLarge(Throwable thrown) {
        return causes(thrown).stream()
                .map(cause -> cause.getClass().getSimpleName())
                .anyMatch(name ->
                        name.equals("RequestTooBigException") || name.equals("MultiPartRequestTooBigException"));
    }

    /** The reader went away: nobody is there to be told, and nothing is wrong here. */
    static boolean isAbortedByReader(Throwable thrown) {
        return causes(thrown).stream()
                .map(Throwable::getMessage)
                .anyMatch(text -> text != null && (text.contains("Broken pipe") || text.contains("Connection reset")));
    }

    public static Incident log(Throwable thrown, String where) {
        Incident incident = Incident.next();
        LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + " at " + where);
        return incident;
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable t = thrown; t != null && !causes.contains(t); t = t.getCause()) {
            causes.add(t);
        }
        return causes;
    }
}
