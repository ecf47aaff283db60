package org.pilet.reporting.dashboard;

import java.io.Serializable;

/**
 * What somebody's dashboard is made of.
 *
 * @param own whether they have arranged it themselves
 * @param teamName whose preset it is, else null: their own or the house's
 */
public record Dashboard(Arrangement arrangement, boolean own, String teamName) implements Serializable {}
