package org.pilet.notifications;

/** What agents are told of, and how unless they want it otherwise. */
public enum NewsKind {
    /** A ticket is theirs now. */
    ASSIGNED(true, true),
    /** A ticket was handed on to a queue of their teams, to nobody in particular. */
    TRANSFERRED(true, false),
    /** A customer wrote on a ticket of theirs. */
    OWN_MESSAGE(true, false),
    /** A customer wrote on a ticket of their teams that is nobody's. */
    TEAM_MESSAGE(true, false),
    /** A colleague named them in a note. */
    MENTIONED(true, true),
    /** They were given a task. */
    TASK(true, true),
    /** They, or a team of theirs, are to look over an answer before it goes out. */
    REVIEW_ASKED(true, true),
    /** A colleague has looked over an answer of theirs. */
    REVIEWED(true, false),
    /** A customer wrote on a ticket they follow. */
    WATCHED_MESSAGE(true, false),
    /** Status, owner or queue of a ticket they follow is another. */
    WATCHED_CHANGE(true, false),
    /** A ticket was opened in a queue of their teams. */
    TEAM_NEW(false, false);

    private final boolean inPage;
    private final boolean byMail;

    NewsKind(boolean inPage, boolean byMail) {
        this.inPage = inPage;
        this.byMail = byMail;
    }

    public boolean isInPage() {
        return inPage;
    }

    public boolean isByMail() {
        return byMail;
    }
}
