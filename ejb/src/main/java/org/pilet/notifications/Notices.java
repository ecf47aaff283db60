package org.pilet.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.platform.Sql;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;

/** Turns events into finished mails. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Notices {

    private static final String NOTICE = "mail.notice";

    @Inject
    @Any
    private Instance<NoticeKind> kinds;

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @Inject
    private NoticeTexts texts;

    @Inject
    private Outbox outbox;

    @Inject
    private Sql sql;

    /**
     * Writes the notice that the payload asks for and orders its delivery; at most once for each key, however often it
     * is asked.
     */
    public void write(String key, String payload) {
        if (ordered(key)) {
            return;
        }
        JsonObject asked = parsed(payload);
        kind(asked.getString("event"))
                .draft(asked)
                .ifPresent(draft -> outbox.put(NOTICE, key, finished(draft).toString(), asked.getString("event")));
    }

    private boolean ordered(String key) {
        return sql.first("select 1 from outbox where kind = ? and dedup_key = ?", row -> true, NOTICE, key)
                .isPresent();
    }

    private NoticeKind kind(String event) {
        for (NoticeKind kind : kinds) {
            if (kind.event().equals(event)) {
                return kind;
            }
        }
        throw new IllegalStateException("Nobody knows how to tell of the event " + event);
    }

    private JsonObject finished(Draft draft) {
        MailPreview words = texts.of(draft, queueOf(draft));
        JsonObjectBuilder mail = Json.createObjectBuilder()
                .add("to", draft.to())
                .add("toName", draft.toName())
                .add("subject", words.subject())
                .add("text", words.text())
                .add("html", words.html())
                .add("language", draft.language())
                .add("automatic", draft.reply() ? "auto-replied" : "auto-generated")
                .add("limited", draft.limited());
        if (draft.from() != null) {
            mail.add("from", draft.from());
        }
        if (draft.ticketId() != null) {
            mail.add("ticketId", draft.ticketId());
        }
        if (draft.inReplyTo() != null) {
            mail.add("inReplyTo", draft.inReplyTo());
        }
        if (draft.files() != null) {
            mail.add("files", draft.files());
        }
        if (draft.unsubscribe() != null) {
            mail.add("unsubscribe", draft.unsubscribe());
        }
        return mail.build();
    }

    /** Whose words they are to be: the ticket's queue, or the one in whose name the mail goes out. */
    private Long queueOf(Draft draft) {
        if (draft.ticketId() != null) {
            return finder.view(draft.ticketId()).queueId();
        }
        return draft.from() == null
                ? null
                : queues.byAddress(draft.from()).map(QueueView::id).orElse(null);
    }

    private static JsonObject parsed(String payload) {
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            return reader.readObject();
        }
    }
}
