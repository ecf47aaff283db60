package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** Agents do not choose their tickets: this one is not the next for whoever wants it. */
public class OnlyTheNext extends Refusal {

    private static final long serialVersionUID = 1L;

    public OnlyTheNext(String number) {
        super(Kind.FORBIDDEN, "refusal.onlyTheNext", number);
    }
}
