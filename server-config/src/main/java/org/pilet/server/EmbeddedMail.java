package org.pilet.server;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;

/**
 * A mail server for trying out: SMTP and IMAP on the loopback address, nothing leaves the machine. Any address can be
 * written to; its mailbox comes into being with the first mail and opens with any password. Mail to {@code
 * name+detail@domain} goes to {@code name@domain}, as at the large providers.
 */
public final class EmbeddedMail implements AutoCloseable {

    /** The mailboxes the demo queues read. */
    public static final List<String> QUEUES = List.of("support@pilet.test", "billing@pilet.test", "hr@pilet.test");

    public static final String SENDER = "pilet@pilet.test";
    public static final String PASSWORD = "pilet-demo";

    private final GreenMail greenMail;

    private EmbeddedMail(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    public static EmbeddedMail start(int smtpPort, int imapPort) {
        var configuration =
                GreenMailConfiguration.aConfig().withDisabledAuthentication().withSieveIgnoreDetail();
        QUEUES.forEach(address -> configuration.withUser(address, address, PASSWORD));
        configuration.withUser(SENDER, SENDER, PASSWORD);
        var mail = new EmbeddedMail(new GreenMail(new ServerSetup[] {
                    new ServerSetup(smtpPort, Ports.HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(imapPort, Ports.HOST, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(configuration));
        mail.greenMail.start();
        return mail;
    }

    /** The mail server itself, for tests that look into mailboxes or take it away for a while. */
    public GreenMail server() {
        return greenMail;
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
