package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pilet.conversation.MessagesRedacted;

/**
 * What is taken out of a message goes from the list of words. Which of them stand elsewhere as well nobody knows without
 * reading all, so the list is made anew in the background.
 */
@Dependent
class RedactedWords {

    @Inject
    private WordStore words;

    void redacted(@Observes MessagesRedacted event) {
        words.forget();
    }
}
