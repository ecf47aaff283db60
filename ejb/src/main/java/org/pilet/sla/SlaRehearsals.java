package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Rehearses clocks by the rules in force. */
@Dependent
public class SlaRehearsals {

    @Inject
    private Rulebooks rulebooks;

    /** Gives a rehearsal for each ticket, all by the rules as they are now. */
    public Supplier<SlaRehearsal> begin() {
        Rulebook book = rulebooks.current();
        return () -> new SlaRehearsal(book);
    }
}
