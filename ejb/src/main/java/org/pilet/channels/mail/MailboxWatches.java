package org.pilet.channels.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mailboxes whose servers tell this node of new mail (IMAP IDLE), each on a managed thread of its own, since that
 * thread does nothing but wait. All end when the application does.
 */
@ApplicationScoped
class MailboxWatches {

    private static final Logger LOG = Logger.getLogger(MailboxWatches.class.getName());

    /** Further mailboxes are polled: a node must not be filled with waiting threads. */
    private static final int MOST = 32;

    private static final long PATIENCE_MILLIS = 5000;

    @Resource
    private ManagedThreadFactory threads;

    private final Map<Long, Watch> watches = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** One mailbox being watched. */
    final class Watch {

        private final MailboxLogin login;
        private volatile Thread thread;
        private volatile Folder folder;
        private volatile boolean ended;

        private Watch(MailboxLogin login) {
            this.login = login;
        }

        MailboxLogin login() {
            return login;
        }

        /** Whether to stop. */
        boolean ended() {
            return ended;
        }

        /** Who wants this to end closes that folder, which ends the waiting. */
        void waitsOn(Folder open) {
            folder = open;
        }

        private void end() {
            ended = true;
            Folder open = folder;
            if (open != null) {
                threads.newThread(() -> close(open)).start(); // a server that hangs must not keep whoever ends this
            }
        }

        private void close(Folder open) {
            try {
                open.close(false);
            } catch (MessagingException | IllegalStateException gone) {
                LOG.log(Level.FINE, "The watch of {0} had ended by itself", login);
            }
        }
    }

    /** What watches; returns when it has ended. */
    @FunctionalInterface
    interface Work {
        void run(Watch watch);
    }

    boolean hasRoom() {
        return !closed && watches.size() < MOST;
    }

    boolean isClosed() {
        return closed;
    }

    void start(MailboxLogin login, Work work) {
        Watch watch = new Watch(login);
        watches.put(login.id(), watch);
        watch.thread = threads.newThread(() -> {
            try {
                work.run(watch);
            } finally {
                watches.remove(login.id(), watch);
            }
        });
        watch.thread.setName("pilet-watch-" + login.id());
        watch.thread.start();
    }

    Set<Long> mailboxes() {
        return watches.keySet();
    }

    /** Ends all but those whose claim and settings are still the same. */
    void endAllBut(Map<Long, Integer> valid) {
        for (Watch watch : watches.values()) {
            Integer version = valid.get(watch.login.id());
            if (!watch.ended && (version == null || version != watch.login.version())) {
                watch.end();
            }
        }
    }

    /** The application stops: waits a moment for all to end. */
    void close() {
        closed = true;
        List<Watch> open = new ArrayList<>(watches.values());
        open.forEach(Watch::end);
        for (Watch watch : open) {
            try {
                watch.thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
