package org.pilet.automation;

import java.io.Serializable;

/** Rules that belong together; groups work in the order of their position. */
public record RuleGroupView(long id, String name, int position, GroupMode mode, boolean active)
        implements Serializable {}
