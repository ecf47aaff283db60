package org.pilet.platform;

import java.io.Serializable;
import java.util.List;

/**
 * Some rows of a long list and the opaque cursor of the next ones.
 *
 * @param rows the rows, in the list's order
 * @param next what to pass for the following page, or null when these were the last
 */
public record Page<T>(List<T> rows, String next) implements Serializable {

    public Page {
        rows = List.copyOf(rows);
    }
}
