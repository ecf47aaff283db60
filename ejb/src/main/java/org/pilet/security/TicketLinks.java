package org.pilet.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.pilet.platform.Outbox;

/** Links in mails that open one ticket for one person, without an account. */
@Stateless
@PermitAll // the link is the proof
public class TicketLinks {

    /** What {@link SignedLinks} are signed for; the subject is {@code <personId>#<ticketId>}. */
    public static final String PURPOSE = "request";

    /** How long a link in a mail works. */
    public static final Duration VALID = Duration.ofDays(14);

    @Inject
    private SignedLinks links;

    @Inject
    private Outbox outbox;

    /** Whom the link is for and what it opens; whether they may see that ticket is asked when they do. */
    public record Opened(long personId, long ticketId) {

        private static Opened of(String subject) {
            String[] ids = subject.split("#", 2);
            return new Opened(Long.parseLong(ids[0]), Long.parseLong(ids[1]));
        }

        /** The name under which its owner calls: limited to this ticket, see {@link Access}. */
        public String callerName() {
            return personId + "#" + ticketId;
        }
    }

    /** Refused with {@link LinkExpired}. */
    public Opened open(String token) {
        return Opened.of(links.verify(PURPOSE, token));
    }

    /** Sends a new link to whom this one was for, if it ever was one of ours; answers alike in all cases. */
    public void sendAgain(String token) {
        Optional.ofNullable(token)
                .flatMap(given -> links.evenIfOld(PURPOSE, given))
                .map(Opened::of)
                .ifPresent(this::send);
    }

    private void send(Opened link) {
        String payload = Json.createObjectBuilder()
                .add("event", "ticket.link")
                .add("personId", link.personId())
                .add("ticketId", link.ticketId())
                .add("token", links.sign(PURPOSE, link.callerName(), VALID))
                .build()
                .toString();
        outbox.put("notify", "link:" + UUID.randomUUID(), payload, null);
    }
}
