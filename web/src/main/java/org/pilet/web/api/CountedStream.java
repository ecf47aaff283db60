package org.pilet.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more bytes than the limit. */
class CountedStream extends FilterInputStream {

    private final long limit;
    private long count;

    CountedStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    private void counted(int more) {
        count += more;
        if (count > limit) {
            throw new BodyTooLarge(limit);
        }
    }
}
