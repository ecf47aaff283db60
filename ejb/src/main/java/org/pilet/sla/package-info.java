/**
 * What was promised to the customer and whether it is kept: policies, business calendars, clocks, the escalation
 * ladder.
 *
 * <p>Decided: a clock is the list of stretches that its ticket's statuses cut (running, paused, stopped, void) under one
 * set of terms (calendar and budget); due time, state and explanation are always computed from these
 * ({@link org.pilet.sla.SlaTimeline}), and the columns of {@code sla_clock} are no more than a copy for lists and for
 * {@link org.pilet.sla.SlaSweep}. What is remembered apart is what must never be computed again: that a clock was
 * breached, and which levels of the ladder have struck. Time limits are rows with a due time and a generation, not
 * timers. The clocks listen to the ticket; nothing in a ticket knows that they exist.
 */
package org.pilet.sla;
