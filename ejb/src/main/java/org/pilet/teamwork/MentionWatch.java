package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.conversation.NoteAdded;

/** Whom a note names, follows the ticket, in the transaction of the note. */
@Dependent
class MentionWatch {

    @Inject
    private WatcherStore store;

    @Inject
    private Event<PersonMentioned> mentioned;

    void noted(@Observes NoteAdded note) {
        for (long personId : store.mentioned(note.messageId())) {
            store.add(note.ticketId(), personId, note.at());
            mentioned.fire(
                    new PersonMentioned(note.ticketId(), note.messageId(), personId, note.authorId(), note.at()));
        }
    }
}
