package org.pilet.conversation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses as soon as more than the allowed bytes were read, so that nobody can fill the database by one upload. */
class LimitedStream extends FilterInputStream {

    private final long largest;
    private long seen;

    LimitedStream(InputStream content, long largest) {
        super(content);
        this.largest = largest;
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
            throw new AttachmentTooLarge(largest);
        }
    }
}
