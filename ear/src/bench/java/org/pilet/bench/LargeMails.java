package org.pilet.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Mails with an attachment of 25 MB each: whoever loads one as a whole shows it by the memory it takes. */
final class LargeMails {

    private static final int LINES = 25 * 1024 * 1024 / 57; // a line of base64 stands for so many bytes
    private static final byte[] LINE =
            ("UGlsZXQ".repeat(11).substring(0, 76) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    private LargeMails() {}

    /** Hands so many over, one after the other. */
    static void take(String address, String token, int mails) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < mails; i++) {
            int number = i;
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/inbound-mail"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "message/rfc822")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> mail(number)))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201 || !answer.body().contains("NEW_TICKET")) {
                throw new IOException("A large mail was not taken: " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private static InputStream mail(int number) {
        String head = String.join(
                "\r\n",
                "From: Large <large" + number + "@northwind.test>",
                "To: support@pilet.test",
                "Subject: Large " + number,
                "Message-ID: <large." + number + "." + System.nanoTime() + "@northwind.test>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=x",
                "",
                "--x",
                "Content-Type: text/plain",
                "",
                "See the film that I have attached.",
                "--x",
                "Content-Type: video/mp4; name=film.mp4",
                "Content-Disposition: attachment; filename=film.mp4",
                "Content-Transfer-Encoding: base64",
                "",
                "");
        List<InputStream> parts = List.of(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)),
                new Lines(),
                new ByteArrayInputStream("--x--\r\n".getBytes(StandardCharsets.US_ASCII)));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** The attachment, made as it is read. */
    private static final class Lines extends InputStream {

        private long at;

        @Override
        public int read(byte[] target, int offset, int length) {
            int made = 0;
            for (int next; made < length && (next = read()) >= 0; made++) {
                target[offset + made] = (byte) next;
            }
            return made == 0 && length > 0 ? -1 : made;
        }

        @Override
        public int read() {
            return at >= (long) LINES * LINE.length ? -1 : LINE[(int) (at++ % LINE.length)];
        }
    }
}
