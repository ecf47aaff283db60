package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class FileWordStore {

    /** A file that stops its reader so often is not tried again. */
    private static final int TRIES = 3;

    @Inject
    private Sql sql;

    record Unread(long id, String name, String mediaType, long size, long blobId) {}

    /** The next file whose words nobody has read; counted as tried even if its reader perishes over it. */
    Optional<Unread> claim() {
        return sql.first(
                "update attachment a set words_tries = a.words_tries + 1 from (select u.id from attachment u where"
                        + " u.words_tries < ? order by u.words_tries, u.id limit 1 for update skip locked) n where a.id ="
                        + " n.id returning a.id, a.name, a.media_type, a.size, a.blob_id",
                row -> new Unread(
                        row.number("id"),
                        row.text("name"),
                        row.text("media_type"),
                        row.number("size"),
                        row.number("blob_id")),
                TRIES);
    }

    /** Nothing when the file was removed meanwhile. */
    void keep(long id, String words) {
        sql.update(
                "insert into attachment_words (attachment_id, search) select a.id, to_tsvector('simple',"
                        + " folded(left(regexp_replace(a.name, '[._]+', ' ', 'g') || ' ' || a.name || ' ' || ?, 200000))) from"
                        + " attachment a where a.id = ? on conflict (attachment_id) do update set search ="
                        + " excluded.search",
                words,
                id);
        sql.update("update attachment set words_tries = ? where id = ?", TRIES, id);
    }
}
