package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.pilet.conversation.WordsRedacted;

/** What is taken out of a ticket goes from its tasks and from what was noted of the time spent on it. */
@Dependent
class RedactedTeamwork {

    @Inject
    private TaskStore tasks;

    @Inject
    private TimeStore times;

    void redacted(@Observes WordsRedacted event) {
        UnaryOperator<String> black = event.black();
        tasks.words(event.ticketId()).forEach(task -> {
            String title = black.apply(task.title());
            String checklist = black.apply(task.checklist());
            if (!title.equals(task.title()) || checklist != null && !checklist.equals(task.checklist())) {
                tasks.reword(new TaskStore.Wording(task.id(), title, checklist));
            }
        });
        times.notes(event.ticketId()).forEach((id, note) -> {
            String blackened = black.apply(note);
            if (!blackened.equals(note)) {
                times.reword(id, blackened);
            }
        });
    }
}
