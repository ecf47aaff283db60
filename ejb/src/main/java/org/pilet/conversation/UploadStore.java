package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.pilet.platform.Sql;

@Dependent
class UploadStore {

    @Inject
    private Sql sql;

    void add(long personId, WaitingFile file, Instant now) {
        sql.update(
                "insert into upload (token, person_id, name, media_type, blob_id, size, sha256, uploaded_at) values (?,"
                        + " ?, ?, ?, ?, ?, ?, ?)",
                file.token(),
                personId,
                file.name(),
                file.mediaType(),
                file.blobId(),
                file.size(),
                file.sha256(),
                now);
    }

    /** The stored bytes belong to nothing yet. */
    void loose(long blobId, Instant now) {
        sql.update(
                "insert into loose_blob (blob_id, since) values (?, ?) on conflict (blob_id) do update set since ="
                        + " excluded.since",
                blobId,
                now);
    }

    /** Forgets files that were uploaded before and stand in no draft; returns how many. */
    int forgetAbandoned(Instant before) {
        return sql.update(
                "delete from upload u where u.uploaded_at < ? and not exists (select 1 from unsent d where d.person_id ="
                        + " u.person_id and strpos(d.fields ->> 'files', u.token) > 0)",
                before);
    }

    /**
     * Removes bytes that have been loose since before and belong to no message, waiting file or waiting answer; those
     * that do are loose no more. Returns how many were removed.
     */
    int removeLoose(Instant before, Instant now, int most) {
        List<Long> old = sql.list(
                "select blob_id from loose_blob where since < ? order by since limit ? for update skip locked",
                row -> row.number("blob_id"),
                before,
                most);
        int removed = sql.update(
                "delete from blob b where b.id = any(?::bigint[]) and not exists (select 1 from attachment a where"
                        + " a.blob_id = b.id) and not exists (select 1 from upload u where u.blob_id = b.id) and not"
                        + " exists (select 1 from waiting_reply_file w where w.blob_id = b.id)",
                old);
        sql.update(
                "delete from loose_blob l where l.blob_id = any(?::bigint[]) and not exists (select 1 from upload u"
                        + " where u.blob_id = l.blob_id) and not exists (select 1 from waiting_reply_file w"
                        + " where w.blob_id = l.blob_id)",
                old);
        sql.update("update loose_blob set since = ? where blob_id = any(?::bigint[])", now, old); // asked again later
        return removed;
    }

    List<WaitingFile> find(long personId, Collection<String> tokens) {
        return sql.list(
                "select * from upload where person_id = ? and token = any(?) order by uploaded_at, token",
                row -> new WaitingFile(
                        row.text("token"),
                        row.text("name"),
                        row.text("media_type"),
                        row.number("blob_id"),
                        row.number("size"),
                        row.text("sha256")),
                personId,
                tokens);
    }

    void forget(long personId, Collection<String> tokens) {
        sql.update("delete from upload where person_id = ? and token = any(?)", personId, tokens);
    }
}
