package org.pilet.reporting.jobs;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file that a job has written.
 *
 * @param sha256 lower-case hexadecimal digest, for whoever receives the file by another way
 */
public record OutputFile(
        long id, String name, String mediaType, String sha256, long size, long blobId, Instant writtenAt)
        implements Serializable {

    /** One that is about to be written. */
    public static OutputFile named(String name, String mediaType) {
        return new OutputFile(0, name, mediaType, null, 0, 0, null);
    }
}
