package org.pilet.automation.conditions;

import java.util.List;
import java.util.function.Predicate;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Parameter;

/** A question that rules can ask. */
public interface ConditionKind {

    /** What it is called in a rule's JSON, and in the texts' keys {@code rule.if.<name>}. */
    String name();

    /** What it must be told. */
    List<Parameter> parameters();

    /** The question with its arguments, which have been checked; asked many times. */
    Predicate<Facts> given(Arguments arguments);
}
