package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Fetches what is new in one mailbox over IMAP or POP3. Mail by mail: read, stored (a committed transaction), and only then marked
 * on the server; a crash between the two brings the mail once more, and its key shows that it is known.
 */
@Dependent
class MailboxFetch {

    private static final int AT_ONCE = 50;

    @Inject
    private MailServer server;

    @Inject
    private MailTriage triage;

    /** Returns how many mails were taken. */
    int fetch(MailboxLogin login) throws MessagingException, IOException {
        try (Store store = server.open(login)) {
            boolean pop = login.protocol().equals("POP3");
            try (Folder folder = store.getFolder(pop ? "INBOX" : login.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unseen = pop ? first(folder.getMessages()) : unseen(folder);
                for (Message message : unseen) {
                    take(login, message);
                    if (pop) {
                        message.setFlag(Flags.Flag.DELETED, true); // POP3 knows no other mark
                    } else {
                        markTaken(login, store, folder, message);
                    }
                }
                return unseen.length;
            }
        }
    }

    private static Message[] unseen(Folder folder) throws MessagingException {
        Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] first = first(found);
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.FLAGS);
        sizes.add(FetchProfile.Item.ENVELOPE); // brings the size along
        folder.fetch(first, sizes);
        return first;
    }

    private static Message[] first(Message[] found) {
        return found.length > AT_ONCE ? Arrays.copyOf(found, AT_ONCE) : found;
    }

    private void take(MailboxLogin login, Message message) throws MessagingException, IOException {
        try (RawMail raw = new RawMail(login.largest())) {
            if (message.getSize() > login.largest()) {
                writeHeader(message, raw);
                raw.declareSize(message.getSize());
            } else {
                message.writeTo(raw);
            }
            triage.take(raw, login.id());
        }
    }

    private static void writeHeader(Message message, RawMail raw) throws MessagingException, IOException {
        Enumeration<jakarta.mail.Header> headers = message.getAllHeaders();
        for (jakarta.mail.Header header : Collections.list(headers)) {
            String line = header.getName() + ": " + header.getValue() + "\r\n";
            raw.write(line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        raw.write(new byte[] {'\r', '\n'});
    }

    private static void markTaken(MailboxLogin login, Store store, Folder folder, Message message)
            throws MessagingException {
        if (login.doneFolder() != null) {
            Folder done = store.getFolder(login.doneFolder());
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(new Message[] {message}, done);
            message.setFlag(Flags.Flag.DELETED, true);
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }
}
