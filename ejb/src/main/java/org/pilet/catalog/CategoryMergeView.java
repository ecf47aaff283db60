package org.pilet.catalog;

import java.io.Serializable;
import java.time.Instant;

/** A merge of two categories that stands. */
public record CategoryMergeView(
        long id, String fromName, String intoName, Instant at, String personName, boolean undoable)
        implements Serializable {}
