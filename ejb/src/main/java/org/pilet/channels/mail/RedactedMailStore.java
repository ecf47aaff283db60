package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class RedactedMailStore {

    @Inject
    private Sql sql;

    /** The mails that these messages came as, those included that other mailboxes got of the same. */
    List<Long> lockMailsOf(Collection<Long> messageIds) {
        return sql.list(
                "select i.id from inbound_mail i where i.message_id = any(?::bigint[]) or i.dedup_key in (select"
                        + " k.dedup_key from inbound_mail k where k.message_id = any(?::bigint[])) order by i.id for update",
                row -> row.number("id"),
                messageIds,
                messageIds);
    }

    /** Puts other bytes in the place of the original, whose own are gone unless another mail still has them. */
    void replace(long mailId, long rawBlobId, long size) {
        long old = sql.number("select raw_blob_id as value from inbound_mail where id = ?", mailId);
        sql.update(
                "update inbound_mail set raw_blob_id = ?, size = ?, subject = null where id = ?",
                rawBlobId,
                size,
                mailId);
        sql.update(
                "delete from blob b where b.id = ? and not exists (select 1 from inbound_mail i where i.raw_blob_id = b.id)"
                        + " and not exists (select 1 from attachment a where a.blob_id = b.id)",
                old);
    }
}
