package org.pilet.reporting;

import java.io.Serializable;

/**
 * A figure and what people call its key: a queue's or a person's name, or the constant itself.
 */
public record NamedFigure(Figure figure, String name) implements Serializable {}
