package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.Outbox;

/** Tells who wrote on a ticket that is done, in a queue that reopens none, that nobody will read it (features B3.8). */
@Dependent
class Rejections {

    @Inject
    private Correspondents correspondents;

    @Inject
    private Outbox outbox;

    void tell(Pending pending, ParsedMail mail, MailAddress to, String ticketNumber) {
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("event", "mail.rejected")
                .add("to", to.address())
                .add("toName", to.name())
                .add("from", pending.mailbox())
                .add("language", correspondents.language(to, mail))
                .add("subject", mail.subject())
                .add("number", ticketNumber);
        if (mail.messageId() != null) {
            payload.add("inReplyTo", "<" + mail.messageId() + ">");
        }
        outbox.put(
                "notify", "mail.rejected:" + pending.id(), payload.build().toString(), "inbound-mail:" + pending.id());
    }
}
