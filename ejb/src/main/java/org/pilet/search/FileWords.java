package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.pilet.platform.Blobs;
import org.pilet.platform.Roles;

/** The words of attached files, so that a ticket is found by what stands in them (features B4.8). */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class FileWords {

    /** Larger files are found by their names. */
    private static final long LARGEST = 25L * 1024 * 1024;

    @Inject
    private FileWordStore store;

    @Inject
    private WordStore words;

    @Inject
    private Blobs blobs;

    /** A file that waits to be read. */
    public record File(long id, String name, String mediaType, long size, long blobId) {}

    /** Sets the next file aside for the caller, who is to {@link #read} it; empty when all have been read. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // stands whatever becomes of the reading
    public Optional<File> next() {
        return store.claim()
                .map(found -> new File(found.id(), found.name(), found.mediaType(), found.size(), found.blobId()));
    }

    /** Keeps its words; of one that cannot be read those of its name. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void read(File file) {
        String text = text(file);
        store.keep(file.id(), text);
        if (!text.isBlank()) {
            words.note(text);
        }
    }

    private String text(File file) {
        FileText kind = FileText.of(file.name(), file.mediaType());
        if (kind == FileText.NONE || file.size() > LARGEST) {
            return "";
        }
        try (InputStream content = blobs.open(file.blobId())) {
            return kind.read(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
