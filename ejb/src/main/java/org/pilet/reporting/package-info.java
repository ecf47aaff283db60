/**
 * Figures: what happened on a day, by queue, agent, channel, priority and category.
 *
 * <p>A figure is a sum of facts, a fact is what one ticket adds to one metric, and each formula is one {@link
 * org.pilet.reporting.FactRule}. The nightly job stores the facts and figures of a day; live figures take the same rules
 * over the same records up to now, so the two can only differ by what has happened since.
 *
 * <p>Decided: a figure of a day knows only what had happened by the end of that day, so computing it again later gives
 * the same; a ticket reopened later counts as REOPENED on the later day instead of silently changing the earlier one.
 */
package org.pilet.reporting;
