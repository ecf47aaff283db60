package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** The answer has gone out, or was taken back, before this press of the button. */
public class HeldReplyGone extends Refusal {

    private static final long serialVersionUID = 1L;

    HeldReplyGone() {
        super(Kind.CONFLICT, "refusal.heldReplyGone");
    }
}
