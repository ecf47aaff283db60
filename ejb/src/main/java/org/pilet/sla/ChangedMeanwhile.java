package org.pilet.sla;

import org.pilet.platform.Refusal;

/** Somebody else has saved this calendar or policy since it was read; read it again and decide anew. */
public class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(String what, String name) {
        super(Kind.CONFLICT, "refusal.sla.changedMeanwhile", what, name);
    }
}
