package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.Outbox;
import org.pilet.platform.Sql;

/** Tells each administrator what nobody else will see to. */
@Dependent
class MailAlerts {

    @Inject
    private Sql sql;

    @Inject
    private Outbox outbox;

    /** Somebody sent more than a mailbox takes (features B2.7). */
    void tooLarge(long inboundId, MailboxView mailbox, ParsedMail header, long size, boolean senderTold) {
        for (long administrator : administrators()) {
            JsonObjectBuilder payload = Json.createObjectBuilder()
                    .add("event", "mail.tooLarge.alert")
                    .add("personId", administrator)
                    .add("sender", header.from().map(MailAddress::address).orElse(""))
                    .add("subject", header.subject())
                    .add("size", size)
                    .add("largest", mailbox.largest())
                    .add("mailbox", mailbox.address())
                    .add("senderTold", senderTold);
            outbox.put(
                    "notify",
                    "mail.tooLarge.alert:" + inboundId + ":" + administrator,
                    payload.build().toString(),
                    "inbound-mail:" + inboundId);
        }
    }

    /** These certificates and keys end soon or have ended. */
    void keysEnd(Collection<MailKeyStore.Kept> keys, LocalDate today) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        keys.forEach(key -> lines.add(Json.createObjectBuilder()
                .add("holder", key.holder())
                .add("addresses", String.join(", ", key.addresses()))
                .add("until", key.until().toString())));
        var all = lines.build();
        for (long administrator : administrators()) {
            outbox.put(
                    "notify",
                    "mail.keysEnd:" + today + ":" + administrator,
                    Json.createObjectBuilder()
                            .add("event", "mail.keysEnd")
                            .add("personId", administrator)
                            .add("keys", all)
                            .build()
                            .toString(),
                    null);
        }
    }

    private List<Long> administrators() {
        return sql.list(
                "select p.id from person p join account_role r on r.person_id = p.id where r.role = 'ADMINISTRATOR' and"
                        + " p.active and p.email is not null order by p.id",
                row -> row.number("id"));
    }
}
