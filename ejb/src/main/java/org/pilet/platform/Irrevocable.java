package org.pilet.platform;

import jakarta.ejb.EJBException;

/**
 * Writes down what has happened outside and cannot be taken back, such as a mail that was handed over: a connection to the
 * database that breaks just then is no reason to do it again.
 */
public final class Irrevocable {

    private static final int ATTEMPTS = 3;

    private Irrevocable() {}

    /** Has it written, each time in a transaction of its own; what the last attempt throws is thrown. */
    public static void note(Runnable writing) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                writing.run();
                return;
            } catch (EJBException stumbled) {
                // not every broken connection can be told from another fault, and trying again harms nobody
            }
        }
        writing.run();
    }
}
