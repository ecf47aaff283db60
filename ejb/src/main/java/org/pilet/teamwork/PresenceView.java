package org.pilet.teamwork;

import java.io.Serializable;

/** A colleague who has the ticket in front of them. */
public record PresenceView(long personId, String name, boolean typing) implements Serializable {}
