/**
 * The agent's desk: dashboard, work list, ticket, new ticket, tasks, the board of what is due. Decided: a list is a plain
 * GET page whose parts are asked for again when the desk has news; a ticket's page holds ids and versions only and reads
 * the thread at each rendering, so that an open tab costs little; every property is saved by itself with an undo.
 */
package org.pilet.web.agent;
