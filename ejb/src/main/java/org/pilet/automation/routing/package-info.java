/**
 * Who gets which ticket. Decided: a dispatcher holds the ticket's row and then the rows of all agents that could get it,
 * in the order of their ids, before it counts what they have: so any number of dispatchers on any number of nodes exceed
 * no cap, give no ticket to two, and never wait for each other in a circle. A ticket for which nobody is eligible stays
 * where it is, and the team's lead is told once.
 */
package org.pilet.automation.routing;
