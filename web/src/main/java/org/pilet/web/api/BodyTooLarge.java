package org.pilet.web.api;

import org.pilet.platform.Refusal;

/** A JSON body that nobody could mean; files have a limit of their own. */
class BodyTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long largest) {
        super(Kind.TOO_LARGE, "refusal.bodyTooLarge", largest / (1024 * 1024));
    }
}
