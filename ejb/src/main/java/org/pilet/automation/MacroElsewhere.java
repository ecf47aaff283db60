package org.pilet.automation;

import org.pilet.platform.Refusal;

/** The macro is offered in another queue than the ticket's. */
public class MacroElsewhere extends Refusal {

    private static final long serialVersionUID = 1L;

    MacroElsewhere(String name) {
        super(Kind.NOT_FOUND, "refusal.macroElsewhere", name);
    }
}
