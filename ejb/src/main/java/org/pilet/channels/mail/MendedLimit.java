package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * A setting that somebody has put out of its range past the doors, in the table itself.
 *
 * @param field as {@link MailLimits} calls it
 * @param stored what stands there
 * @param holds what holds in its place
 */
public record MendedLimit(String field, String stored, String holds) implements Serializable {}
