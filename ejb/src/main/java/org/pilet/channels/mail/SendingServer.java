package org.pilet.channels.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Settings;

/**
 * The server that takes our mail: the mail session of the application server says where it is. Signs in with the password
 * of that session or, where {@code pilet.smtp.token.url} names a provider, with access tokens (XOAUTH2), for which the
 * password is the first refresh token. Uses the network.
 */
@ApplicationScoped
class SendingServer {

    private static final Logger LOG = Logger.getLogger(SendingServer.class.getName());
    private static final String PROTOCOL = "smtp";

    @Resource(lookup = "java:global/mail/pilet")
    private Session given;

    @Inject
    private Settings settings;

    @Inject
    private AccessTokens tokens;

    @Inject
    private MailTrust trust;

    @EJB
    private MailHosts hosts;

    private TokenAccess access;
    private String user;
    private String password;

    SendingServer() {}

    SendingServer(Session given, MailTrust trust, AccessTokens tokens, TokenAccess access, MailHosts hosts) {
        this.given = given;
        this.trust = trust;
        this.tokens = tokens;
        this.access = access;
        this.hosts = hosts;
        this.user = "desk@pilet.test";
        this.password = "first-refresh";
    }

    @PostConstruct
    void configure() {
        String url = settings.environment("pilet.smtp.token.url", null);
        user = settings.environment("pilet.smtp.user", "");
        password = settings.environment("pilet.smtp.password", "");
        access = url == null
                ? null
                : new TokenAccess(
                        url,
                        settings.environment("pilet.smtp.client.id", ""),
                        settings.environment("pilet.smtp.client.secret", null),
                        settings.environment("pilet.smtp.scope", null));
    }

    /** Host and port, as pages name it. */
    String name() {
        return given.getProperty("mail.smtp.host") + ":" + given.getProperty("mail.smtp.port");
    }

    /** What mails are composed in. */
    Session session() {
        return given;
    }

    /**
     * Returns once the server has taken the mail over.
     *
     * @throws SendingServerInTrouble if it was not even told of the mail, so that this says nothing about the mail
     * @throws MessagingException if it did not want the mail, or went away meanwhile
     */
    void handOver(MimeMessage message) throws SendingServerInTrouble, MessagingException {
        message.saveChanges();
        Transport transport = connected();
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    private Transport connected() throws SendingServerInTrouble {
        try {
            Session session = session(properties());
            if (access == null) {
                return connected(session, null);
            }
            try {
                return connected(session, accessToken());
            } catch (AuthenticationFailedException takenBack) {
                tokens.forget(access, refreshToken()); // or it would be shown again until its end
                return connected(session, accessToken());
            }
        } catch (MessagingException | IOException trouble) {
            throw new SendingServerInTrouble(trouble);
        }
    }

    private static Transport connected(Session session, String token) throws MessagingException {
        Transport transport = session.getTransport(PROTOCOL);
        try {
            if (token == null) {
                transport.connect();
            } else {
                transport.connect(session.getProperty("mail.smtp.user"), token);
            }
            return transport;
        } catch (MessagingException | RuntimeException failed) {
            close(transport);
            throw failed;
        }
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        given.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.setProperty(name, given.getProperty(name)));
        trust.apply(properties, PROTOCOL, Boolean.parseBoolean(given.getProperty("mail.smtp.starttls.enable")));
        if (access != null) {
            properties.setProperty("mail.smtp.user", user);
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** The password stays where the application server keeps it, which is asked when it is needed. */
    private Session session(Properties properties) {
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return given.requestPasswordAuthentication(
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getDefaultUserName());
            }
        });
    }

    private String refreshToken() {
        return hosts.refreshToken(name(), password);
    }

    private String accessToken() throws IOException {
        String refreshToken = refreshToken();
        AccessTokens.Held token = tokens.token(access, refreshToken);
        if (token.newRefreshToken() != null && !token.newRefreshToken().equals(refreshToken)) {
            hosts.refreshed(name(), password, token.newRefreshToken());
        }
        return token.accessToken();
    }

    /** What was taken over stays taken over, however the connection ends. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ended) {
            LOG.log(Level.FINE, "The connection to the sending server did not end well", ended);
        }
    }
}
