package org.pilet.platform;

/**
 * What a request was answered, kept to be answered again.
 *
 * @param status the HTTP status
 * @param location where the created thing is, or null
 * @param body as it was sent, or null
 * @param replayed true when nothing was done this time
 */
public record IdempotentAnswer(int status, String location, String body, boolean replayed) {

    /** The answer of a request that was carried out just now. */
    public static IdempotentAnswer of(int status, String location, String body) {
        return new IdempotentAnswer(status, location, body, false);
    }
}
