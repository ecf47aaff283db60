package org.pilet.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Refuses as soon as more than the allowed bytes were read, so that nobody can fill memory or database by one request. */
public class LimitedStream extends FilterInputStream {

    private final long largest;
    private final Supplier<RuntimeException> refusal;
    private long seen;

    /** Reads of the content up to the largest number of bytes; with the first byte beyond it a read throws the refusal. */
    public LimitedStream(InputStream content, long largest, Supplier<RuntimeException> refusal) {
        super(content);
        this.largest = largest;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        seen += bytes;
        if (seen > largest) {
            throw refusal.get();
        }
    }
}
