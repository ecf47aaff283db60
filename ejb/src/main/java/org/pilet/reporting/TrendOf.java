package org.pilet.reporting;

/** What tickets are counted by to see what becomes more. */
public enum TrendOf {
    CATEGORY,
    TAG
}
