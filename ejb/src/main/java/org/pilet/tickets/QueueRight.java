package org.pilet.tickets;

import java.io.Serializable;
import org.pilet.security.Permission;

/**
 * What a team may do with a queue's tickets.
 *
 * @param permission VIEW or WORK
 */
public record QueueRight(long teamId, String teamName, Permission permission) implements Serializable {}
