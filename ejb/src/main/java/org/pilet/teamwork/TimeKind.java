package org.pilet.teamwork;

/** What time was spent with. */
public enum TimeKind {
    WORK,
    CALL,
    RESEARCH,
    TRAVEL
}
