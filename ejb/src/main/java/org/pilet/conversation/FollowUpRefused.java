package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** The ticket is done, and its queue takes no more words on it: a new one may be opened instead. */
public class FollowUpRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    public FollowUpRefused(String number) {
        this("refusal.followUp", number);
    }

    FollowUpRefused(String key, String number) {
        super(Kind.CONFLICT, key, number);
    }
}
