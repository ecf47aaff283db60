package org.pilet.catalog;

import java.io.Serializable;

/**
 * A node of the category tree.
 *
 * @param path the names from the root down, joined by " / "
 */
public record CategoryView(long id, Long parentId, String name, String path, boolean active) implements Serializable {}
