package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/**
 * Takes out of messages what should not stand there, such as passwords and card numbers. It cannot be undone: what is taken
 * out is gone from the thread, the subject, the search, the files, unsent words, tasks, time entries, and the mail as it came. That it was
 * done, by whom and why, stays.
 */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Redactions {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 2000;
    private static final int LONGEST_REASON = 200;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    @EJB
    private Tickets tickets;

    @Inject
    private MessageStore messages;

    @Inject
    private RedactionStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<MessagesRedacted> redacted;

    @Inject
    private Event<WordsRedacted> everywhere;

    /**
     * Blacks words out in a message and wherever else they stand on its ticket, since answers quote. Returns in how many
     * messages. Refused with {@link NotFound} or {@link Forbidden} to those who may not work the ticket, and with
     * {@link InvalidInput} when the words do not stand in the message, or no reason is given or the reason repeats them.
     */
    public int blackOut(long messageId, String words, String reason) {
        MessageView message = conversations.view(messageId);
        Caller me = access.require(Permission.WORK, finder.scope(message.ticketId()));
        String plain = words == null ? "" : words.strip();
        if (plain.isEmpty()) {
            throw new InvalidInput("words", "required");
        }
        if (plain.length() < SHORTEST || plain.length() > LONGEST) {
            throw new InvalidInput("words", "range", SHORTEST, LONGEST);
        }
        Blackening blackening = new Blackening(plain);
        String why = reason(reason, blackening);
        Instant now = clock.now();
        List<RedactionStore.Said> around = store.lockAround(message.ticketId());
        List<Long> done = new ArrayList<>();
        for (RedactionStore.Said each : around) {
            if (blackening.hits(each.subject()) || blackening.hits(each.text()) || differs(blackening, each.html())) {
                store.blacken(new RedactionStore.Said(
                        each.id(),
                        blackening.text(each.subject()),
                        blackening.text(each.text()),
                        blackening.html(each.html())));
                done.add(each.id());
            }
        }
        if (!done.contains(messageId)) {
            throw new InvalidInput("words", "absent");
        }
        tickets.redact(message.ticketId(), blackening::text);
        everywhere.fire(new WordsRedacted(message.ticketId(), blackening::text));
        elsewhere(message.ticketId(), blackening);
        finish(message.ticketId(), done, "WORDS", "WORDS_REDACTED", me, why, now);
        return done.size();
    }

    /** In what is not said yet, and in what was ordered to be said. */
    private void elsewhere(long ticketId, Blackening blackening) {
        for (RedactionStore.Unsent draft : store.unsentOn(ticketId)) {
            RedactionStore.Unsent black = new RedactionStore.Unsent(
                    draft.personId(), draft.place(), markup(blackening, draft.html()), blackening.json(draft.fields()));
            if (!black.equals(draft)) {
                store.blacken(black);
            }
        }
        for (RedactionStore.Waiting each : store.waitingOn(ticketId)) {
            Reply reply = ReplyJson.read(ticketId, each.reply());
            String html = markup(blackening, reply.html());
            if (!html.equals(reply.html())) {
                store.blacken(new RedactionStore.Waiting(each.table(), each.id(), ReplyJson.write(reply.saying(html))));
            }
        }
        for (RedactionStore.Comment comment : store.commentsOn(ticketId)) {
            if (blackening.hits(comment.text())) {
                store.blacken(new RedactionStore.Comment(comment.id(), blackening.text(comment.text())));
            }
        }
    }

    /** Where they stand in markup so that they cannot be taken out alone, all of it goes but the plain words. */
    private static String markup(Blackening blackening, String html) {
        if (html == null) {
            return "";
        }
        String black = blackening.html(html);
        return black != null
                ? black
                : "<p>"
                        + Placeholders.escape(
                                blackening.text(Words.of(null, html).text())) + "</p>";
    }

    /** Removes a file from this message and from every other that has it; refused as {@link #blackOut} is. */
    public void removeFile(long messageId, long attachmentId, String reason) {
        MessageStore.Located file = messages.attachment(attachmentId)
                .filter(each -> each.view().messageId() == messageId)
                .orElseThrow(() -> new NotFound("attachment", attachmentId));
        Caller me = access.require(Permission.WORK, finder.scope(file.ticketId()));
        String why = reason(reason, new Blackening(file.view().name()));
        List<Long> blobIds = store.filesLike(file.blobId(), file.ticketId());
        List<Long> done = store.messagesWith(blobIds);
        blobIds.forEach(store::removeFile);
        finish(file.ticketId(), done, "FILE", "FILE_REDACTED", me, why, clock.now());
    }

    /** What was taken out of a message, the first first; for who may read it. */
    public List<RedactionView> of(long messageId) {
        return store.of(conversations.view(messageId).id());
    }

    private void finish(
            long ticketId, List<Long> messageIds, String what, String event, Caller me, String reason, Instant now) {
        messageIds.forEach(id -> store.record(id, now, me.personId(), what, reason));
        tickets.spoken(ticketId, event, reason, null, false);
        redacted.fire(new MessagesRedacted(messageIds, now));
    }

    private static boolean differs(Blackening blackening, String html) {
        return html != null && !html.equals(blackening.html(html));
    }

    private static String reason(String reason, Blackening secret) {
        String plain = reason == null ? "" : reason.strip();
        if (plain.isEmpty()) {
            throw new InvalidInput("reason", "required");
        }
        if (plain.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "tooLong", LONGEST_REASON);
        }
        if (secret.hits(plain)) {
            throw new InvalidInput("reason", "repeats");
        }
        return plain;
    }
}
