package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** Something was said on the ticket since it was split off, so it can only be merged back. */
public class SplitWentOn extends Refusal {

    private static final long serialVersionUID = 1L;

    SplitWentOn(String number) {
        super(Kind.CONFLICT, "refusal.splitWentOn", number);
    }
}
