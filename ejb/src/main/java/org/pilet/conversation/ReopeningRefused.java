package org.pilet.conversation;

/** The ticket is done, and its queue opens none again: words on it open a new one, which is linked to it. */
public class ReopeningRefused extends FollowUpRefused {

    private static final long serialVersionUID = 1L;

    ReopeningRefused(String number) {
        super("refusal.reopening", number);
    }
}
