package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** Somebody has saved these ready-made words since the caller read them. */
public class CannedResponseChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    CannedResponseChanged(String title) {
        super(Kind.CONFLICT, "refusal.cannedChanged", title);
    }
}
