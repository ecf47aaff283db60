package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.pilet.conversation.MessageView;
import org.pilet.web.common.Reasons;

/** Says in the caller's language why a message is where it is. */
@RequestScoped
public class Whys {

    @Inject
    private Reasons reasons;

    @Inject
    private CallerLanguage language;

    MessageView readable(MessageView message) {
        return message.why() == null ? message : message.withWhy(of(message.why()));
    }

    String of(String stored) {
        return reasons.in(language.ofCaller(), stored);
    }
}
