package org.pilet.channels.mail;

import jakarta.ejb.EJB;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.Set;
import org.pilet.platform.Clock;

/**
 * Fetches what is new in one mailbox over IMAP or POP3. Mail by mail: read, stored (a committed transaction), and only then marked
 * on the server; a crash between the two brings the mail once more, and its key shows that it is known. A mail that the
 * server cannot give keeps none of the others back.
 */
@Dependent
class MailboxFetch {

    private static final int AT_ONCE = 50;

    @Inject
    private MailServer server;

    @Inject
    private MailTriage triage;

    @EJB
    private MailboxClaims claims;

    @Inject
    private Clock clock;

    /** Takes all that is new. */
    Fetched fetch(MailboxLogin login) throws MessagingException, IOException {
        Fetched all = Fetched.NOTHING;
        Fetched some;
        do { // POP3 deletes at the end of a connection only: short ones lose little when one breaks
            try (Store store = server.open(login);
                    Folder folder = store.getFolder(login.pop() ? "INBOX" : login.folder())) {
                folder.open(Folder.READ_WRITE);
                some = login.pop() ? fromPop(login, folder) : fromImap(login, store, folder);
                all = all.and(some);
            }
        } while (some.mails() == AT_ONCE);
        return all;
    }

    /** Takes what is new in an open folder of an IMAP server, but no more than fifty mails. */
    Fetched fromImap(MailboxLogin login, Store store, Folder folder) throws MessagingException, IOException {
        Message[] unseen = first(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.FLAGS);
        sizes.add(FetchProfile.Item.ENVELOPE); // brings size and time of arrival along
        folder.fetch(unseen, sizes);
        Fetched taken = each(unseen, message -> {
            Duration lag = lag(message.getReceivedDate());
            take(login, message);
            markTaken(login, store, folder, message);
            return lag;
        });
        if (login.doneFolder() != null && taken.mails() > 0) {
            folder.expunge(); // the connection may stay open for hours
        }
        return taken;
    }

    private Fetched fromPop(MailboxLogin login, Folder folder) throws MessagingException, IOException {
        boolean leave = login.fetching().leaveOnServer();
        Set<String> known = claims.uids(login.id());
        Message[] unknown = first(PopMails.unknown(folder, known));
        claims.forgetUids(login.id(), PopMails.uids(folder));
        if (!leave) { // what an earlier connection took and could not delete any more
            PopMails.delete(folder, known);
        }
        return each(unknown, message -> {
            String uid = PopMails.uid(folder, message);
            take(login, message);
            if (uid != null) {
                claims.uidTaken(login.id(), uid);
            }
            if (!leave) {
                message.setFlag(Flags.Flag.DELETED, true);
            }
            return null;
        });
    }

    /** What is done with one mail; says how long it had waited, if it is known. */
    @FunctionalInterface
    private interface Step {
        Duration of(Message message) throws MessagingException, IOException;
    }

    private static Fetched each(Message[] mails, Step step) throws MessagingException, IOException {
        Fetched taken = Fetched.NOTHING;
        MessagingException broken = null;
        for (Message message : mails) {
            try {
                taken = taken.and(new Fetched(1, step.of(message)));
            } catch (MessagingException one) {
                if (!message.getFolder().isOpen()) {
                    throw one;
                }
                broken = one; // which harms only itself: the others are taken first
            }
        }
        if (broken != null) {
            throw broken;
        }
        return taken;
    }

    private Duration lag(Date arrived) {
        if (arrived == null) {
            return null;
        }
        Duration lag = Duration.between(arrived.toInstant(), clock.now());
        return lag.isNegative() ? Duration.ZERO : lag;
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
            raw.write(line.getBytes(StandardCharsets.ISO_8859_1));
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
