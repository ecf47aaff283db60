package org.pilet.search;

import org.pilet.platform.Refusal;

/** Somebody has saved the view since it was read. */
public class SavedViewChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    SavedViewChanged(String name) {
        super(Kind.CONFLICT, "refusal.viewChanged", name);
    }
}
