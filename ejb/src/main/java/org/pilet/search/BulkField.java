package org.pilet.search;

/** What one gesture may change on many tickets. */
public enum BulkField {
    OWNER,
    PRIORITY,
    STATUS,
    QUEUE,
    CATEGORY,
    ADD_TAG,
    REMOVE_TAG
}
