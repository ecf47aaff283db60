package org.pilet.platform;

/** The database did not do as asked: a fault of ours or its absence, never the user's doing. Rolls back. */
public class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFault(String statement, Throwable cause) {
        super(statement, cause);
    }
}
