/**
 * Lists of tickets: what an agent works from, what a customer has asked, and what a person asked before. Read models
 * only; nothing here changes anything. Decided: one statement finds the page's keys on the ticket table (where the
 * partial indexes are) and only then fetches names, words and clocks for these few rows from the view
 * {@code work_list_row}; pages are told apart by keyset, so the thousandth costs what the first does; the caller's
 * queues are part of the statement, in rows and counts alike.
 */
package org.pilet.search;
