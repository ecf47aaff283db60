package org.pilet.security;

import org.pilet.platform.Refusal;

/** The caller may see it but may not do this. */
public class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    public Forbidden(Permission permission, String number) {
        super(Kind.FORBIDDEN, "refusal.forbidden", permission.name(), number);
    }
}
