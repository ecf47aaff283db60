package org.pilet.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pilet.channels.mail.Fetching;
import org.pilet.channels.mail.MailboxSettings;
import org.pilet.channels.mail.Mailboxes;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;

/** Connects the demonstration's queues to the embedded mail server, each time it starts since its port may have moved. */
@Singleton
@Startup
@DependsOn("DemoData")
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each door call is a transaction of its own
public class DemoMail {

    private static final long LARGEST = 25L * 1024 * 1024;

    @Inject
    private DemoMode mode;

    @Inject
    private Settings settings;

    @EJB
    private Mailboxes mailboxes;

    @EJB
    private Queues queues;

    @PostConstruct
    void connect() {
        String host = settings.environment("pilet.imap.host", "");
        if (!mode.isOn() || host.isEmpty()) {
            return;
        }
        int port = Integer.parseInt(settings.environment("pilet.imap.port", "3143"));
        queues.active().stream()
                .filter(queue -> queue.address().endsWith("@pilet.test"))
                .forEach(queue -> connect(queue, host, port));
    }

    private void connect(QueueView queue, String host, int port) {
        Long known = mailboxes.all().stream()
                .filter(mailbox -> mailbox.address().equals(queue.address()))
                .map(mailbox -> mailbox.id())
                .findFirst()
                .orElse(null);
        mailboxes.save(new MailboxSettings(
                known,
                queue.address(),
                queue.id(),
                "IMAP",
                host,
                port,
                "NONE",
                queue.address(),
                DemoCast.PASSWORD,
                "INBOX",
                null,
                LARGEST,
                true,
                true,
                null,
                null,
                false,
                null,
                new Fetching(false, false, 2), // GreenMail now and then forgets to tell of a mail
                null));
    }
}
