package org.pilet.conversation;

import java.util.function.UnaryOperator;

/**
 * Words are being taken out of a ticket: whoever keeps texts about it takes them out of those too, at once.
 *
 * @param black the text without them; the same when they do not stand in it
 */
public record WordsRedacted(long ticketId, UnaryOperator<String> black) {}
