/**
 * What a mail says, apart from what it means to the desk: reading raw bytes as people meant them and writing mails that
 * other programs read well. Knows nothing of tickets, databases or networks. Decided: reading never fails on what was
 * sent, it yields what can be understood and lists the faults; attachments are streamed, only texts are held in memory;
 * addresses are split before anything in them is decoded.
 */
package org.pilet.channels.mail.mime;
