package org.pilet.server;

/** Why Pilet cannot start, in one sentence that says what to do; never shown with a stack trace. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
