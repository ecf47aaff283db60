/**
 * Pictures of the web that mails show. Decided: they are held back until a reader asks for them, and come through the server,
 * so that no sender learns who reads, when and where; addresses inside the house are refused (see {@code .adr/0023}).
 */
package org.pilet.channels.mail.pictures;
