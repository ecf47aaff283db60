package org.pilet.tickets;

/** The medium on which something was said. */
public enum Channel {
    EMAIL,
    PORTAL,
    PHONE,
    IN_PERSON,
    API,
    WEB_FORM,
    CHAT,
    SOCIAL
}
