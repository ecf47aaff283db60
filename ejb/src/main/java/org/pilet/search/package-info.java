/**
 * Lists of tickets: what an agent works from, what a customer has asked, and what a person asked before; lists that people
 * keep, and gestures on all tickets of a list, each carried out by the doors of its room. Decided: one statement finds the
 * page's keys on the ticket table (where the partial indexes are) and only then fetches names, words and clocks for these
 * few rows from the view {@code work_list_row}; pages are told apart by keyset, so the thousandth costs what the first
 * does; the caller's queues are part of the statement, in rows and counts alike. {@link org.pilet.search.FoundTickets} is
 * where to begin: it chooses how the tickets of a list and a search are found.
 */
package org.pilet.search;
