package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;

/** What a colleague wrote along with what a notice tells, as it reads now: what was blacked out since is not told. */
@Dependent
class AddedNote {

    @EJB
    private Conversations conversations;

    @Inject
    private NoticeTexts texts;

    /** Under the notice's own words; empty when {@code noteId} is 0, for none. */
    String of(long noteId, String language) {
        if (noteId == 0) {
            return "";
        }
        MessageView note = conversations.view(noteId);
        return texts.sentence(language, "NOTE", note.authorName(), note.text().strip());
    }
}
