package org.pilet.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a process of tests keeps its data, held until the process ends, however it does: the first has {@code target/it},
 * one that runs beside it {@code target/it-2}.
 */
record Place(int number, Path folder, FileLock held) {

    /** The first that nobody has. */
    static Place take() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            for (int number = 0; ; number++) {
                String name = number == 0 ? "it" : "it-" + (number + 1);
                FileLock lock = tryLock(target.resolve(name + ".lock"));
                if (lock != null) {
                    return new Place(number, target.resolve(name), lock);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }
}
