package org.pilet.notifications;

import java.io.Serializable;

/** How one kind of news reaches somebody. */
public record NewsChoice(NewsKind kind, boolean inPage, boolean byMail, boolean inDigest) implements Serializable {}
