package org.pilet.it;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.pilet.server.Ports;

/** Hands mails to the test's mail server byte by byte as they are, whatever their headers say. */
final class SmtpClient {

    private final Session session;

    /** @param sender of the envelope; null: who the mail says it is from */
    SmtpClient(Ports ports, String sender) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", Ports.HOST);
        properties.setProperty("mail.smtp.port", String.valueOf(ports.smtp()));
        if (sender != null) {
            properties.setProperty("mail.smtp.from", sender);
        }
        session = Session.getInstance(properties);
    }

    void send(String to, byte[] raw) throws MessagingException {
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new Address[] {new InternetAddress(to)});
        }
    }
}
