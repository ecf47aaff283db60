package org.pilet.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The growing {@code where} of a statement and its parameters, which stay in step. */
class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Conditions and(String condition, Object... values) {
        parts.add(condition);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Adds the condition unless its only value is null. */
    Conditions andIfGiven(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** The same conditions, to which others can be added. */
    Conditions copy() {
        Conditions same = new Conditions();
        same.parts.addAll(parts);
        same.parameters.addAll(parameters);
        return same;
    }

    /** Adds the value of the statement's {@code limit ?}, which stands behind all conditions. */
    Conditions limited(int most) {
        parameters.add(most);
        return this;
    }

    String where() {
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    List<Object> parameters() {
        return parameters;
    }
}
