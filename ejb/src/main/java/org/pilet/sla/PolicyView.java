package org.pilet.sla;

import java.io.Serializable;

/** A policy as it is kept. */
public record PolicyView(long id, int version, PolicyDraft content) implements Serializable {}
