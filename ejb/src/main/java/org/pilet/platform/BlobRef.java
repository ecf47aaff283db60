package org.pilet.platform;

/**
 * Stored bytes.
 *
 * @param id what to open it by
 * @param size in bytes
 * @param sha256 lower-case hexadecimal digest of the whole content
 */
public record BlobRef(long id, long size, String sha256) {}
