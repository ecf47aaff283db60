package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.pilet.platform.Clock;

/** Keeps an IMAP folder open and takes what the server tells of (RFC 2177), until told to end or nothing is heard. */
@Dependent
class MailboxWatch {

    /** Providers and routers drop connections on which nothing moves; a new one every five minutes costs nothing. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration HASTE = Duration.ofSeconds(2);
    private static final int MOST_IN_HASTE = 5;

    @Inject
    private MailServer server;

    @Inject
    private MailboxFetch fetch;

    @EJB
    private MailboxClaims claims;

    @Inject
    private Clock clock;

    /** Whether that mailbox's server offers it. Opens a connection. */
    boolean isOffered(MailboxLogin login) throws MessagingException, IOException {
        try (Store store = server.open(login)) {
            return store instanceof IMAPStore imap && imap.hasCapability("IDLE");
        }
    }

    /**
     * Returns when it is to end, or when the server does not wait as it should.
     *
     * @return whether the mailbox is to be looked at again at once
     */
    boolean watch(MailboxWatches.Watch watch) throws MessagingException, IOException {
        MailboxLogin login = watch.login();
        try (Store store = server.open(login, SILENCE);
                IMAPFolder folder = (IMAPFolder) store.getFolder(login.folder())) {
            folder.open(Folder.READ_WRITE);
            watch.waitsOn(folder);
            Instant began = clock.now();
            int inHaste = 0;
            while (!watch.ended() && inHaste < MOST_IN_HASTE) {
                MailboxLogin current = claims.login(login.id()).orElse(login);
                int before = folder.getMessageCount(); // asks the server
                Fetched some = fetch.fromImap(current, store, folder);
                claims.watched(current, some);
                if (some.mails() > 0 || folder.getMessageCount() > before) {
                    continue; // there may be more; what is told of now is not told of again
                }
                Instant since = clock.now();
                if (!waited(watch, folder)) {
                    return Duration.between(began, clock.now()).compareTo(SILENCE.dividedBy(2)) > 0;
                }
                inHaste = Duration.between(since, clock.now()).compareTo(HASTE) < 0 ? inHaste + 1 : 0;
            }
            return watch.ended();
        } catch (MessagingException | IllegalStateException closed) {
            if (watch.ended()) {
                return true; // closed from here
            }
            throw closed;
        }
    }

    /** False when the connection ended meanwhile, as it does after a long silence. */
    private static boolean waited(MailboxWatches.Watch watch, IMAPFolder folder) {
        try {
            folder.idle(true);
            return !watch.ended() && folder.isOpen();
        } catch (MessagingException | IllegalStateException silence) {
            return false;
        }
    }
}
