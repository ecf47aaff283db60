package org.pilet.conversation;

import java.io.Serializable;
import java.time.Instant;

/**
 * That something was taken out of a message.
 *
 * @param what WORDS or FILE
 */
public record RedactionView(Instant at, String personName, String what, String reason) implements Serializable {}
