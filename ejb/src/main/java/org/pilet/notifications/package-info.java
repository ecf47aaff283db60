/**
 * Whom to tell, in which words and language. Rooms that have something to tell put an outbox entry of kind {@code notify}
 * that names an event and ids; here it becomes a finished mail in the reader's language, an entry of kind
 * {@code mail.notice} that the mail channel delivers. Decided: one class for each event, texts in bundles, every notice
 * is marked as automatic, and what goes to customers counts against the hourly limit.
 */
package org.pilet.notifications;
