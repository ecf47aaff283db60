package org.pilet.automation;

import org.pilet.platform.Refusal;

/** Says in a line why a run has failed. */
final class RunFailure {

    private static final int LONGEST = 500;

    private RunFailure() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (!(root instanceof Refusal) && root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
