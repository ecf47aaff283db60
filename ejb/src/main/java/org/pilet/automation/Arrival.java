package org.pilet.automation;

/**
 * What has just come in, as rules see it.
 *
 * @param queueId the queue it came to
 * @param senderAddress in lower case; empty if it came from no address
 */
public record Arrival(long queueId, String senderAddress, String subject, String text) {}
