package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** A ticket cannot be linked so: to itself, or as a part of its own part. */
public class LinkRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    LinkRefused(String number) {
        super(Kind.CONFLICT, "refusal.link", number);
    }
}
