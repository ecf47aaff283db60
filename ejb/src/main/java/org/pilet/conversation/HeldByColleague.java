package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** A colleague's answer on the same ticket is about to go out: read it first. */
public class HeldByColleague extends Refusal {

    private static final long serialVersionUID = 1L;

    HeldByColleague(String name) {
        super(Kind.CONFLICT, "refusal.heldByColleague", name);
    }
}
