package org.pilet.conversation;

import java.io.Serializable;
import java.util.Set;

/**
 * Ready-made words with this ticket's data in them.
 *
 * @param open the placeholders for which the ticket has nothing: they must be filled by hand before it can be sent
 */
public record CannedText(long id, String shortcut, String title, String folder, String html, Set<String> open)
        implements Serializable {}
