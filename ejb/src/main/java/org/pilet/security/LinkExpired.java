package org.pilet.security;

import org.pilet.platform.Refusal;

/** The link is too old, was used, or is none of ours: ask for a new one. */
public class LinkExpired extends Refusal {

    private static final long serialVersionUID = 1L;

    public LinkExpired() {
        super(Kind.NOT_FOUND, "refusal.linkExpired");
    }
}
