package org.pilet.sla;

import java.io.Serializable;

/**
 * One thing that a level of the ladder does.
 *
 * @param argument whom, whereto or what, as the action says; else null
 */
public record LadderStep(LadderAction action, String argument) implements Serializable {

    public static LadderStep of(LadderAction action) {
        return new LadderStep(action, null);
    }
}
