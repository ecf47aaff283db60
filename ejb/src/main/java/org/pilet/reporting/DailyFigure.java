package org.pilet.reporting;

import java.io.Serializable;
import java.time.LocalDate;

/** A figure of one of several days. */
public record DailyFigure(LocalDate day, NamedFigure named) implements Serializable {}
