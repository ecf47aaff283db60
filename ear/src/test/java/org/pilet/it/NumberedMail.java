package org.pilet.it;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.pilet.server.Ports;

/**
 * A mail of a customer of its own: its number says whether it comes by the pipe or is fetched, and whether it is sound. Of
 * twenty, two are malformed, one piped and one fetched.
 */
record NumberedMail(int number) {

    private static final int DOMAINS = 40; // each is given only so many mails a minute

    boolean isPiped() {
        return number % 2 == 1;
    }

    boolean isMalformed() {
        return number % 20 == 3 || number % 20 == 8;
    }

    String address() {
        return "customer-" + number + "@c" + number % DOMAINS + ".example";
    }

    private String raw() {
        String from = "From: Customer <" + address() + ">\r\n";
        String head = "To: support@pilet.test\r\nMessage-ID: <anomaly-" + number + "@contoso.example>\r\n";
        String words = "Please help me with problem number " + number + ", it has been so since this morning.\r\n";
        if (!isMalformed()) {
            return from + head + "Subject: Anomaly " + number + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                    + words;
        }
        String broken = head.replace("anomaly-", "broken-") + "Subject: Broken " + number + "\r\n";
        return switch ((number / 20 + number) % 4) {
            case 0 -> broken + "\r\n" + words; // from nobody
            case 1 ->
                from + broken
                        + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>"
                        + words; // cut off
            case 2 -> from + broken + "Content-Type: text/plain; charset=klingon\r\n\r\n\u0000\u00ff" + words;
            default ->
                from + broken + "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n=====" + words;
        };
    }

    byte[] bytes() {
        return raw().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** To the mail server, from where it is fetched. */
    void send(Ports ports) throws MessagingException {
        new SmtpClient(ports, null).send("support@pilet.test", bytes());
    }
}
