package org.pilet.automation.actions;

import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Parameter;

/** Something that rules and macros can do. */
public interface ActionKind {

    /** The one by which a rule that is woken about no ticket gets its own. */
    String OPENS = "openTicket";

    /** What it is called in a rule's JSON, and in the texts' keys {@code rule.do.<name>}. */
    String name();

    /** What it must be told. */
    List<Parameter> parameters();

    /** Has it done; the arguments have been checked. */
    void perform(Arguments arguments, Work work);

    /** Refuses what the parameters alone cannot tell to be wrong. */
    default void check(Arguments arguments) {}
}
