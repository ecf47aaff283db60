package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.Outbox;

/** Tells who sent a mail that is too large; a machine is told nothing (features B2.7). */
@Dependent
class SizeRefusals {

    @Inject
    private MailDecisions decisions;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private Correspondents correspondents;

    @Inject
    private Outbox outbox;

    /** Whether there is anybody to tell. */
    boolean isDue(ParsedMail header) {
        return header.answerTo().isPresent() && decisions.judge(header).treatment() == Treatment.GENUINE;
    }

    void tell(long inboundId, long mailboxId, ParsedMail header, long size) {
        MailAddress to = header.answerTo().get();
        MailboxView mailbox = mailboxes.find(mailboxId).orElseThrow();
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("event", "mail.tooLarge")
                .add("to", to.address())
                .add("toName", to.name())
                .add("from", mailbox.address())
                .add("language", correspondents.language(to, header))
                .add("subject", header.subject())
                .add("size", size)
                .add("largest", mailbox.largest());
        if (header.messageId() != null) {
            payload.add("inReplyTo", "<" + header.messageId() + ">");
        }
        outbox.put("notify", "mail.tooLarge:" + inboundId, payload.build().toString(), "inbound-mail:" + inboundId);
    }
}
