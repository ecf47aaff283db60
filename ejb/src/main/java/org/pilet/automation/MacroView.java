package org.pilet.automation;

import java.io.Serializable;

/**
 * A macro: actions that an agent has done with one click.
 *
 * @param queueId where it is offered; null: everywhere
 * @param definition JSON with {@code actions}, as in rules
 */
public record MacroView(
        long id, String name, int position, Long queueId, String definition, boolean active, int version)
        implements Serializable {}
