package org.pilet.tickets;

import java.io.Serializable;

/**
 * What renaming or removing a tag has done.
 *
 * @param id by which it can be taken back
 * @param tickets on how many tickets
 */
public record TagsReplaced(long id, int tickets) implements Serializable {}
