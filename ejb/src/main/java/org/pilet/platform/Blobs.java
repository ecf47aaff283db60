package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
        byte[] start = next(content);
        byte[] more = start.length < CHUNK ? new byte[0] : next(content);
        InputStream read = new SequenceInputStream(new ByteArrayInputStream(start), new ByteArrayInputStream(more));
        return more.length == 0 ? small(start) : large(new SequenceInputStream(read, content));
    }

    /** Most files, and nearly all mails: one statement. */
    private BlobRef small(byte[] bytes) {
        byte[] sum = sha256().digest(bytes);
        long id = sql.number(
                "with kept as (insert into blob (id, sha256, size, created_at) values (nextval('blob_seq'), ?, ?, ?)"
                        + " returning id), content as (insert into blob_chunk (blob_id, ordinal, bytes) select id, 0,"
                        + " ?::bytea from kept where ? > 0) select id as value from kept",
                sum,
                bytes.length,
                clock.now(),
                bytes,
                bytes.length);
        return new BlobRef(id, bytes.length, HexFormat.of().formatHex(sum));
    }

    private BlobRef large(InputStream content) {
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
        Start start = sql.first(
                        "select b.size, c.bytes from blob b left join blob_chunk c on c.blob_id = b.id and c.ordinal = 0"
                                + " where b.id = ?",
                        row -> new Start(row.number("size"), row.bytes("bytes")),
                        id)
                .orElseThrow(() -> new NotFound("blob", id));
        return new ChunkStream(
                start.size(),
                ordinal -> ordinal == 0
                        ? start.bytes()
                        : sql.first(
                                        "select bytes from blob_chunk where blob_id = ? and ordinal = ?",
                                        row -> row.bytes("bytes"),
                                        id,
                                        ordinal)
                                .orElse(null));
    }

    /** What one question finds out: how much there is, and the first of it. */
    private record Start(long size, byte[] bytes) {}

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
