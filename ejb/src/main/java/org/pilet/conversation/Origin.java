package org.pilet.conversation;

/** Who speaks. */
public enum Origin {
    CUSTOMER,
    AGENT,
    SYSTEM
}
