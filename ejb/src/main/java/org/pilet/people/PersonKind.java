package org.pilet.people;

/** On which side of the desk somebody sits. */
public enum PersonKind {
    CUSTOMER,
    AGENT
}
