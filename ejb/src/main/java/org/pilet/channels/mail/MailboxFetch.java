package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Properties;

/**
 * Fetches what is new in one mailbox over IMAP. Mail by mail: read, stored (a committed transaction), and only then marked
 * on the server; a crash between the two brings the mail once more, and its key shows that it is known.
 */
@Dependent
class MailboxFetch {

    private static final int AT_ONCE = 50;
    private static final String PATIENCE = "20000";

    @Inject
    private MailTriage triage;

    /** Returns how many mails were taken. */
    int fetch(MailboxLogin login) throws MessagingException, IOException {
        try (Store store = connect(login)) {
            try (Folder folder = store.getFolder(login.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unseen = unseen(folder);
                for (Message message : unseen) {
                    take(login, message);
                    markTaken(login, store, folder, message);
                }
                return unseen.length;
            }
        }
    }

    private static Store connect(MailboxLogin login) throws MessagingException {
        String protocol = login.security().equals("TLS") ? "imaps" : "imap";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", PATIENCE);
        properties.setProperty(prefix + "timeout", PATIENCE);
        properties.setProperty(prefix + "writetimeout", PATIENCE);
        properties.setProperty(prefix + "peek", "true"); // reading alone must not mark a mail as seen
        properties.setProperty(prefix + "fetchsize", "524288"); // few round trips for large mails, little memory
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(
                prefix + "starttls.enable", String.valueOf(login.security().equals("STARTTLS")));
        properties.setProperty(
                prefix + "starttls.required", String.valueOf(login.security().equals("STARTTLS")));
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(login.host(), login.port(), login.user(), login.password());
        return store;
    }

    private static Message[] unseen(Folder folder) throws MessagingException {
        Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] first = found.length > AT_ONCE ? Arrays.copyOf(found, AT_ONCE) : found;
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.FLAGS);
        sizes.add(FetchProfile.Item.ENVELOPE); // brings the size along
        folder.fetch(first, sizes);
        return first;
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
