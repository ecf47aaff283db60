package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Files in the database, so that one backup and one transaction cover them. Stored and read in chunks of 256 KiB:
 * memory stays flat whatever the size. Content never changes once stored.
 */
@Dependent
public class Blobs {

    private static final int CHUNK = 256 * 1024;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    protected Blobs() {}

    public Blobs(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Stores all that the stream gives, in the caller's transaction. Does not close the stream. */
    public BlobRef store(InputStream content) {
        long id = sql.number("select nextval('blob_seq') as value");
        sql.update("insert into blob (id, sha256, size, created_at) values (?, ?, 0, ?)", id, new byte[0], clock.now());
        MessageDigest digest = sha256();
        long size = 0;
        int ordinal = 0;
        for (byte[] chunk = next(content); chunk.length > 0; chunk = next(content)) {
            sql.update("insert into blob_chunk (blob_id, ordinal, bytes) values (?, ?, ?)", id, ordinal++, chunk);
            digest.update(chunk);
            size += chunk.length;
        }
        byte[] sum = digest.digest();
        sql.update("update blob set sha256 = ?, size = ? where id = ?", sum, size, id);
        return new BlobRef(id, size, HexFormat.of().formatHex(sum));
    }

    /** What is known of stored bytes; refused with {@link NotFound}. */
    public BlobRef ref(long id) {
        return sql.first(
                        "select size, sha256 from blob where id = ?",
                        row -> new BlobRef(
                                id, row.number("size"), HexFormat.of().formatHex(row.bytes("sha256"))),
                        id)
                .orElseThrow(() -> new NotFound("blob", id));
    }

    /** Opens stored bytes; each chunk is read when the reader gets there, with no transaction held open between. */
    public InputStream open(long id) {
        ref(id);
        return new ChunkStream(ordinal -> sql.first(
                        "select bytes from blob_chunk where blob_id = ? and ordinal = ?",
                        row -> row.bytes("bytes"),
                        id,
                        ordinal)
                .orElse(null));
    }

    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(CHUNK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
