package org.pilet.web.api;

import java.util.Map;

/**
 * A canned response to be made or replaced.
 *
 * @param texts HTML by language tag
 * @param version of the one that is replaced, as it was read
 */
public record CannedResponseBody(
        String shortcut,
        String title,
        String folder,
        Long teamId,
        Boolean own,
        Map<String, String> texts,
        Integer version) {}
