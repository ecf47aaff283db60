package org.pilet.platform;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads chunk after chunk until there are as many bytes as there should be, or the source answers null. */
class ChunkStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private long left;
    private int ordinal;
    private byte[] current = new byte[0];
    private int position;

    ChunkStream(long size, IntFunction<byte[]> chunks) {
        this.left = size;
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return atEnd() ? -1 : current[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (atEnd()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean atEnd() {
        while (current != null && position == current.length) {
            current = left <= 0 ? null : chunks.apply(ordinal++);
            left -= current == null ? 0 : current.length;
            position = 0;
        }
        return current == null;
    }
}
