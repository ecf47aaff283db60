package org.pilet.platform;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Tells an absent database, which comes back by itself, from a fault that would happen again. */
public final class Outage {

    /** Connection exceptions, shutdowns, and too many connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private Outage() {}

    /** Whether any cause says that the database could not be reached. */
    public static boolean in(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof SQLException sql && isOutage(sql) || isPool(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException thrown) {
        String state = thrown.getSQLState();
        return state != null && (state.startsWith("08") || STATES.contains(state));
    }

    /** The pool speaks Jakarta Connectors, which is no part of the web profile: hence the name and not the type. */
    private static boolean isPool(Throwable thrown) {
        return thrown.getClass().getName().startsWith("jakarta.resource.");
    }
}
