package org.pilet.teamwork;

import org.pilet.platform.Refusal;

/** Somebody has changed it since it was read. */
public class TeamworkMovedOn extends Refusal {

    private static final long serialVersionUID = 1L;

    TeamworkMovedOn(String title) {
        super(Kind.CONFLICT, "refusal.teamworkMovedOn", title);
    }
}
