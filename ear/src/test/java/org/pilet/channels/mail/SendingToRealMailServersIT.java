package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.it.RealMailServers;

/** Mail handed over to a sending server as organisations run them: OpenSMTPD, which wants TLS and a password. */
class SendingToRealMailServersIT {

    @TempDir
    private static Path folder;

    private static RealMailServers servers;

    @BeforeAll
    static void start() {
        servers = RealMailServers.start(folder.resolve("servers"), 40 + Integer.getInteger("pilet.it.offset", 100));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mail_goes_over_tls_with_a_password(boolean startTls) throws Exception {
        server(startTls, RealMailServers.PASSWORD, servers.certificate()).handOver(mail());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_certificate_that_nobody_trusts_ends_it(boolean startTls) {
        assertThatThrownBy(
                        () -> server(startTls, RealMailServers.PASSWORD, null).handOver(mail()))
                .isInstanceOfSatisfying(SendingServerInTrouble.class, away -> assertThat(away.trouble())
                        .isEqualTo(MailTrouble.CERTIFICATE));
    }

    @Test
    void a_wrong_password_is_the_servers_trouble() {
        assertThatThrownBy(() -> server(true, "wrong", servers.certificate()).handOver(mail()))
                .isInstanceOfSatisfying(SendingServerInTrouble.class, away -> assertThat(away.trouble())
                        .isEqualTo(MailTrouble.SIGN_IN));
    }

    private static SendingServer server(boolean startTls, String password, Path trusted) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", String.valueOf(startTls ? servers.submission() : servers.smtps()));
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty(startTls ? "mail.smtp.starttls.enable" : "mail.smtp.ssl.enable", "true");
        Session given = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(RealMailServers.SENDER, password);
            }
        });
        String file = Stream.ofNullable(trusted).map(Path::toString).findFirst().orElse(null);
        return new SendingServer(given, new MailTrust(file), null, null, null);
    }

    private static MimeMessage mail() throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(RealMailServers.SENDER));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("anna@pilet.test"));
        mail.setSubject("Over TLS");
        mail.setText("Words");
        return mail;
    }
}
