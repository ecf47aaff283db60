package org.pilet.search;

import org.pilet.platform.Refusal;

/** A gesture on many tickets cannot be taken back: it still runs, or was taken back already. */
public class BulkGone extends Refusal {

    private static final long serialVersionUID = 1L;

    BulkGone() {
        super(Kind.CONFLICT, "refusal.bulkGone");
    }
}
