package org.pilet.web.api;

/** A canned response to be made or replaced. */
public record CannedResponseBody(
        String title, String shortcut, String language, Long queueId, String body, Boolean active) {}
