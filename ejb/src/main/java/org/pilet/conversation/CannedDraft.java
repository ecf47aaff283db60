package org.pilet.conversation;

import java.util.Map;

/**
 * Ready-made words to be saved.
 *
 * @param id null for new ones
 * @param teamId the team that alone has them; null with {@code own} false means everybody
 * @param own only the caller has them
 * @param texts HTML by language tag, not yet sanitised; blank ones are left out
 * @param version what the caller saw, for those that exist
 */
public record CannedDraft(
        Long id,
        String shortcut,
        String title,
        String folder,
        Long teamId,
        boolean own,
        Map<String, String> texts,
        int version) {}
