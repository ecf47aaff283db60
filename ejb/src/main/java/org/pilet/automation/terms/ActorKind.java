package org.pilet.automation.terms;

/** Who did something, as histories record it. */
public enum ActorKind {
    AGENT,
    CUSTOMER,
    SYSTEM
}
