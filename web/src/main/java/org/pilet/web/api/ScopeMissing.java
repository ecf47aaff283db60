package org.pilet.web.api;

import org.pilet.platform.Refusal;

/** The token is good, but not for this. */
class ScopeMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    ScopeMissing(String scope) {
        super(Kind.FORBIDDEN, "refusal.scopeMissing", scope);
    }
}
