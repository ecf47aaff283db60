/**
 * The page an agent's day begins on: which tiles stand where, and the figures that no other room tells. Decided: an
 * arrangement is a list of tiles and nothing else; whoever has none of their own has their team's, and the house's
 * where no team has one; each change keeps the arrangement before, so that it can be taken back.
 */
package org.pilet.reporting.dashboard;
