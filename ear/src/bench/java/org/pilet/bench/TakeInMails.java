package org.pilet.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server pipes mails in: text and HTML, as mail programs write them, each from one of many customers. */
public final class TakeInMails extends Simulation {

    static final String MAIL = "mail";

    private static final int SENDERS = 500;
    private static final String BODY =
            "since Monday our printer Kestrel 4200 prints nothing but blank pages. I have changed"
                    + " the toner and restarted it twice, and the display shows code 30812. Please tell us what to do.";

    private final AtomicLong next = new AtomicLong();

    {
        String[] tokens = Asked.list("tokens");
        setUp(scenario("mail server")
                        .during(Asked.duration())
                        .on(exec(http(MAIL)
                                .post("/api/v1/inbound-mail")
                                .header("Authorization", "Bearer " + tokens[0])
                                .header("Content-Type", "message/rfc822")
                                .body(StringBody(this::mail))
                                .check(status().is(201))))
                        .injectClosed(Asked.clients()))
                .protocols(Asked.server());
    }

    private String mail(Session session) {
        return mail(Asked.text("round"), next.getAndIncrement());
    }

    /** The mail of that number in that round. */
    static String mail(String round, long serial) {
        String sender = "customer" + serial % SENDERS + "@northwind.test";
        String boundary = "=_part_" + serial;
        return String.join(
                "\r\n",
                "From: Customer Number " + serial % SENDERS + " <" + sender + ">",
                "To: support@pilet.test",
                "Subject: Printer prints blank pages " + serial,
                "Date: Fri, 20 Nov 2026 09:00:00 +0000",
                "Message-ID: <" + round + "." + serial + ".bench@northwind.test>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
                "",
                "--" + boundary,
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Hello, " + BODY,
                "--" + boundary,
                "Content-Type: text/html; charset=utf-8",
                "",
                "<html><body><p>Hello,</p><p>" + BODY + "</p></body></html>",
                "--" + boundary + "--",
                "");
    }
}
