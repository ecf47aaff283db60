package org.pilet.automation.terms;

/** Knows which records exist. */
@FunctionalInterface
public interface References {

    /** Whether there is an active record of this type and id. */
    boolean known(Parameter.Type type, long id);
}
