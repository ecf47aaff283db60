package org.pilet.web.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pilet.tickets.TicketEventView;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type {@code urn:pilet:<refusal>}, or {@code about:blank} when the status says it all
 * @param detail in the caller's language: what to do next
 * @param field the input that is at fault, or null
 * @param incident to quote when a fault of ours is reported, or null
 * @param meanwhile what others have done since the version that the caller saw, or null
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String field,
        String incident,
        List<TicketEventView> meanwhile) {

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json", "UTF-8");

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null, null);
    }
}
