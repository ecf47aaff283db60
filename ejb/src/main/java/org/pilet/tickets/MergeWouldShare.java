package org.pilet.tickets;

import java.util.List;
import org.pilet.platform.Refusal;

/** A merge would let people read words that were not written for them; it is done once somebody has said that they may. */
public class MergeWouldShare extends Refusal {

    private static final long serialVersionUID = 1L;

    MergeWouldShare(List<String> readers) {
        super(Kind.CONFLICT, "refusal.merge.wouldShare", String.join(", ", readers));
    }
}
