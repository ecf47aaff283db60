package org.pilet.automation.terms;

/** A choice of two. */
public enum YesNo {
    YES,
    NO
}
