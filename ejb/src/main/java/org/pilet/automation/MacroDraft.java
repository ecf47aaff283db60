package org.pilet.automation;

import java.io.Serializable;

/** A macro as administrators write it; without an id a new one. */
public record MacroDraft(Long id, String name, int position, Long queueId, String definition, boolean active)
        implements Serializable {}
