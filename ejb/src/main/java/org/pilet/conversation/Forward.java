package org.pilet.conversation;

import java.util.List;

/**
 * What an agent sends on to somebody who is not the customer. The customer does not see it.
 *
 * @param html not yet sanitised; refused when it says nothing and nothing is attached
 * @param to at least one address, comma-separated
 * @param cc further addresses or null
 */
public record Forward(long ticketId, String html, String to, String cc, List<NewAttachment> attachments) {

    public Forward {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
