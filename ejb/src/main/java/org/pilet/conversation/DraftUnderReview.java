package org.pilet.conversation;

import org.pilet.platform.Refusal;

/** An answer by somebody else is shown for review on this ticket already: one looks at that first. */
public class DraftUnderReview extends Refusal {

    private static final long serialVersionUID = 1L;

    DraftUnderReview(String author) {
        super(Kind.CONFLICT, "refusal.draftUnderReview", author);
    }
}
