/**
 * The words on a ticket: messages, notes, attachments, drafts. Decided: HTML is sanitised on the way in and stored
 * safe; a public message and the status it brings are one transaction (features A3.3); internal notes are refused to
 * customers here, in the query, so that no page can forget to hide them. Delivery is the business of a channel, which
 * finds its work in the outbox under {@code mail.reply}.
 */
package org.pilet.conversation;
