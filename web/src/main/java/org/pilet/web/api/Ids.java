package org.pilet.web.api;

import org.pilet.platform.NotFound;

/** Ids in addresses. */
final class Ids {

    private Ids() {}

    /** What is no id names nothing: refused with {@link NotFound}. */
    static long of(String what, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound(what, id);
        }
        return Long.parseLong(id);
    }
}
