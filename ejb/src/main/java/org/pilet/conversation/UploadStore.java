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
