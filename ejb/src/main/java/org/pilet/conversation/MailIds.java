package org.pilet.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pilet.security.ReplyTokens;

/** Message-IDs (RFC 5322 3.6.4) that carry the ticket's signed token, so that a reply finds its ticket by them alone. */
@ApplicationScoped
class MailIds {

    @Inject
    private ReplyTokens tokens;

    String next(long ticketId, long messageId, String fromAddress) {
        String domain = fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
        return "<" + tokens.tokenFor(ticketId) + ".m" + messageId + "@" + domain + ">";
    }
}
