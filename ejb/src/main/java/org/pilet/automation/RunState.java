package org.pilet.automation;

/** How a run of a rule ended, or stands. */
public enum RunState {
    /** Carried out. */
    DONE,
    /** The rest is done later. */
    WAITING,
    /** Refused or failed: nothing of it was done; it can be tried again. */
    FAILED,
    /** Not carried out, because too many rules stand behind the event. */
    GUARDED,
    /** The rest was not done, because the conditions did not hold any more or the rule has gone. */
    EXPIRED;

    boolean mayGoOn() {
        return this == WAITING || this == FAILED;
    }
}
