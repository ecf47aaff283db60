package org.pilet.automation;

import java.io.Serializable;

/** A group as administrators write it; without an id a new one. */
public record RuleGroupDraft(Long id, String name, int position, GroupMode mode, boolean active)
        implements Serializable {}
