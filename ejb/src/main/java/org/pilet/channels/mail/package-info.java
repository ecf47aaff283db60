/**
 * The mail channel: mailboxes are fetched, raw mails stored, judged, matched to tickets and taken in; answers and notices
 * go out. Every mail a server hands over is stored before it is flagged there and ends as a message on a ticket, an item
 * in quarantine, or a refusal with notice; only copies and our own mail are ignored, and the log says so. Decided: each
 * filter judges one thing; a signed token counts more than references, those more than a number in the subject; no
 * network within a transaction; automatic mail is limited per address, so that no counterpart can start a storm.
 */
package org.pilet.channels.mail;
