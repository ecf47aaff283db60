package org.pilet.platform;

/** There is no such thing, or the caller may not know of it: both answer alike, so that numbers cannot be probed. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object id) {
        super(Kind.NOT_FOUND, "refusal.notFound", what, String.valueOf(id));
    }
}
