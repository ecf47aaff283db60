package org.pilet.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Everything one embedded Pilet keeps between two runs: database, mailboxes, the server's files and the secret. Open in
 * one process at a time.
 */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 48;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder if needed, for the user alone, and takes hold of it until closed. */
    public static DataFolder open(Path path) {
        try {
            var folder = Files.createDirectories(path.toAbsolutePath().normalize());
            keepPrivate(folder, "rwx------");
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart("Pilet is already running on the data folder " + folder
                        + ". Stop it first (Ctrl-C where it was started), or choose another folder and other ports:"
                        + " mvn -Prun -Dpilet.data=DIR -Dpilet.offset=1000");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + path + " cannot be used (" + e.getMessage()
                            + "). Choose another one: mvn -Prun -Dpilet.data=DIR",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresPrograms() {
        return path.resolve("programs");
    }

    Path mail() {
        return path.resolve("mail");
    }

    Path server() {
        return path.resolve("server");
    }

    /** The key that signed links and tokens depend on: made once, then kept, so that links in old mails stay good. */
    String secret() {
        var file = path.resolve("secret");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(file);
                keepPrivate(file, "rw-------");
                Files.writeString(
                        file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), StandardCharsets.US_ASCII);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
        } catch (OverlappingFileLockException e) {
            return false;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return true;
    }

    private static void keepPrivate(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
