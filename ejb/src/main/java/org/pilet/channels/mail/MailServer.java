package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/** Opens mailboxes on their servers: IMAP or POP3, with a password or a provider's token. Uses the network. */
@Dependent
class MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private AccessTokens tokens;

    @Inject
    private MailTrust trust;

    @EJB
    private MailboxClaims claims;

    MailServer() {}

    MailServer(AccessTokens tokens, MailTrust trust) {
        this.tokens = tokens;
        this.trust = trust;
    }

    /** The caller closes the store. */
    Store open(MailboxLogin login) throws MessagingException, IOException {
        return open(login, PATIENCE);
    }

    /** The same for who is ready to wait longer for each answer. */
    Store open(MailboxLogin login, Duration silence) throws MessagingException, IOException {
        String protocol =
                login.protocol().toLowerCase(Locale.ROOT) + (login.security().equals("TLS") ? "s" : "");
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", millis(PATIENCE));
        properties.setProperty(prefix + "timeout", millis(silence));
        properties.setProperty(prefix + "writetimeout", millis(PATIENCE));
        properties.setProperty(prefix + "peek", "true"); // reading alone must not mark a mail as seen
        properties.setProperty(prefix + "fetchsize", "524288"); // few round trips for large mails, little memory
        trust.apply(properties, protocol, login.security().equals("STARTTLS"));
        if (login.tokens() == null) {
            return connected(properties, protocol, login, login.password());
        }
        properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        try {
            return connected(properties, protocol, login, accessToken(login));
        } catch (AuthenticationFailedException takenBack) {
            tokens.forget(login.tokens(), login.password()); // or it would be shown again until its end
            return connected(properties, protocol, login, accessToken(login));
        }
    }

    private static Store connected(Properties properties, String protocol, MailboxLogin login, String password)
            throws MessagingException {
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(login.host(), login.port(), login.user(), password);
        return store;
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }

    private String accessToken(MailboxLogin login) throws IOException {
        AccessTokens.Held token = tokens.token(login.tokens(), login.password());
        if (token.newRefreshToken() != null && !token.newRefreshToken().equals(login.password())) {
            claims.refreshed(login.id(), token.newRefreshToken());
        }
        return token.accessToken();
    }
}
