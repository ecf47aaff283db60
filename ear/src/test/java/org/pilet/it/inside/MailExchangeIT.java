package org.pilet.it.inside;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.InboundMails;
import org.pilet.channels.mail.InboundOutcome;
import org.pilet.channels.mail.InboundState;
import org.pilet.channels.mail.MailKeyWarnings;
import org.pilet.channels.mail.RawMail;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.Delivery;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.NewAttachment;
import org.pilet.conversation.Reply;
import org.pilet.conversation.Said;
import org.pilet.conversation.Visibility;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Sql;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;

/** Letters to and fro on one ticket, through the doors and the real mail servers. */
@ArquillianTest
class MailExchangeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @EJB
    private AsSystem system;

    @EJB
    private InboundMails inbound;

    @EJB
    private Conversations conversations;

    @EJB
    private Attachments attachments;

    @EJB
    private TicketFinder finder;

    @EJB
    private MailKeyWarnings keys;

    @Inject
    private Sql sql;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "mari-" + mark + "@contoso.example";

    @Test
    void an_agents_answer_reaches_the_customer_threaded_and_with_its_files_and_the_note_stays() throws Exception {
        InboundOutcome question =
                receive(mail("question", "Question " + mark, "", "The printer does not work at all."));
        assertEquals(InboundState.DONE, question.state());
        long ticket = question.ticketId();
        NewAttachment file = NewAttachment.file(
                "juhend õ.txt",
                "text/plain",
                system.call(() ->
                        attachments.upload(new ByteArrayInputStream("Step one".getBytes(StandardCharsets.UTF_8)))));
        system.call(() -> conversations.note(ticket, "<p>secret-note " + mark + "</p>", List.of()));
        Said said = system.call(() -> conversations.reply(
                Reply.of(ticket, "<p>Please read <b>this</b></p>").with(List.of(file))));
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> message(said.messageId()).delivery() == Delivery.SENT);
        assertEquals(Status.ANSWERED, status(ticket));

        List<Sent> letters = lettersTo(customer);
        assertEquals(2, letters.size(), "the acknowledgement and the answer, not the note");
        Sent answer = letters.stream()
                .filter(letter -> letter.header("Auto-Submitted") == null)
                .findFirst()
                .orElseThrow();
        assertEquals("Re: [#" + question.ticketNumber() + "] Question " + mark, answer.header("Subject"));
        assertEquals("<question-" + mark + "@contoso.example>", answer.header("In-Reply-To"));
        assertTrue(answer.header("References").contains("<question-" + mark + "@contoso.example>"));
        assertTrue(answer.header("Message-ID").endsWith("@pilet.test>"), answer.header("Message-ID"));
        assertTrue(answer.raw().contains("juhend"));
        assertTrue(answer.raw().replace("=\r\n", "").contains("/portal/request.xhtml?token"));
        assertTrue(letters.stream().noneMatch(letter -> letter.raw().contains("secret-note")));

        InboundOutcome thanks = receive(mail(
                "thanks",
                "Re: whatever",
                "In-Reply-To: " + answer.header("Message-ID") + "\r\n",
                "Thank you, but no."));
        assertEquals(ticket, thanks.ticketId());
        assertEquals("FOLLOW_UP", thanks.decision());
        assertEquals(Status.OPEN, status(ticket));

        system.call(() -> conversations.reply(Reply.of(ticket, "<p>Done</p>").bringing(Status.RESOLVED)));
        InboundOutcome only = receive(mail(
                "only",
                "Re: whatever",
                "In-Reply-To: " + answer.header("Message-ID") + "\r\n",
                "Hello,\r\n\r\nit works now, many thanks!\r\n\r\nBest regards\r\nMari"));
        assertEquals(ticket, only.ticketId());
        assertTrue(only.reason().contains("why.thanks"), only.reason());
        assertEquals(Status.RESOLVED, status(ticket), "thanks alone do not reopen it");
        receive(mail(
                "more",
                "Re: whatever",
                "In-Reply-To: " + answer.header("Message-ID") + "\r\n",
                "Thanks, but it is back."));
        assertEquals(Status.OPEN, status(ticket));
    }

    @Test
    void an_absence_notice_keeps_the_status_and_a_bounce_marks_the_message_and_the_person() throws Exception {
        InboundOutcome question = receive(mail("q2", "Absent " + mark, "", "Please call me back about the contract."));
        Said said = system.call(() -> conversations.reply(Reply.of(question.ticketId(), "<p>We will</p>")));
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> message(said.messageId()).delivery() == Delivery.SENT);
        String answerId = sql.first(
                        "select mail_message_id as id from message where id = ?",
                        row -> row.text("id"),
                        said.messageId())
                .orElseThrow();

        InboundOutcome away = receive(mail(
                "away", "Out of office", "Auto-Submitted: auto-replied\r\nIn-Reply-To: " + answerId + "\r\n", "Away."));
        assertEquals(question.ticketId(), away.ticketId());
        assertEquals(Status.ANSWERED, status(question.ticketId()));

        InboundOutcome bounce = receive("From: MAILER-DAEMON@mx.example\r\nTo: support@pilet.test\r\nMessage-ID: <b-"
                + mark
                + "@mx.example>\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;"
                + " report-type=delivery-status; boundary=d\r\n\r\n--d\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
                + "--d\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
                + "Final-Recipient: rfc822; " + customer
                + "\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp;"
                + " 550 No such user\r\n\r\n--d\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + answerId
                + "\r\n\r\n--d--\r\n");
        assertEquals("REPORT", bounce.decision(), bounce.reason());
        assertEquals(question.ticketId(), bounce.ticketId());
        assertEquals(Delivery.FAILED, message(said.messageId()).delivery());
        assertEquals(Status.ANSWERED, status(question.ticketId()));
        assertTrue(sql.first(
                        "select undeliverable_since from person where email = ?",
                        row -> row.instant("undeliverable_since") != null,
                        customer)
                .orElseThrow());
    }

    @Test
    void the_same_mail_is_taken_once_and_another_with_the_same_id_is_not_lost() throws Exception {
        String raw = mail("same", "Same " + mark, "", "Word for word the same mail as before.");
        InboundOutcome first = receive(raw);
        InboundOutcome again = receive(raw);
        assertFalse(first.duplicate());
        assertTrue(again.duplicate());
        assertEquals(first.ticketId(), again.ticketId());
        InboundOutcome other = receive(mail("same", "Same " + mark, "", "Other words under the same Message-ID."));
        assertFalse(other.duplicate());
        assertNotEquals(first.id(), other.id());
    }

    @Test
    void one_mail_to_two_queues_is_a_ticket_in_each_and_its_follow_up_is_on_one_ticket_once() throws Exception {
        String raw = mail("both", "Both " + mark, "", "For support and for billing, please both of you.");
        InboundOutcome support = receive(raw, "support@pilet.test");
        InboundOutcome billing = receive(raw, "billing@pilet.test");
        assertNotEquals(support.ticketId(), billing.ticketId());
        String follow = mail("both2", "Re: [#" + support.ticketNumber() + "]", "", "One more thing to add here.");
        assertEquals(support.ticketId(), receive(follow, "support@pilet.test").ticketId());
        assertEquals("COPY", receive(follow, "billing@pilet.test").decision());
    }

    @Test
    void a_mail_without_sender_waits_in_quarantine_until_somebody_decides() throws Exception {
        InboundOutcome nobody = receive("Subject: nobody " + mark + "\r\n\r\nwords");
        assertEquals(InboundState.QUARANTINED, nobody.state());
        system.call(() -> {
            inbound.retry(nobody.id());
            return null;
        });
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> system.call(() -> inbound.view(nobody.id())).state() == InboundState.QUARANTINED);
        system.call(() -> {
            inbound.dismiss(nobody.id(), "Advertising");
            return null;
        });
        assertEquals(
                InboundState.IGNORED,
                system.call(() -> inbound.view(nobody.id())).state());
    }

    @Test
    void what_staff_write_to_a_ticket_by_mail_stays_in_the_house() throws Exception {
        InboundOutcome question = receive(mail("staff", "Staff " + mark, "", "Please do something about my invoice."));
        InboundOutcome answer = receive("From: Jaan <jaan@pilet.test>\r\nTo: support@pilet.test\r\nMessage-ID: <jaan-"
                + mark + "@pilet.test>\r\nIn-Reply-To: <staff-" + mark + "@contoso.example>\r\nSubject: Re: ["
                + "#" + question.ticketNumber() + "]\r\n\r\nHe never pays on time.\r\n");
        assertEquals("NEW_TICKET", answer.decision(), "no part in it and nothing signed: " + answer.reason());
        Said said = system.call(() -> conversations.reply(Reply.of(question.ticketId(), "<p>We look into it</p>")));
        String signed = sql.first(
                        "select mail_message_id as id from message where id = ?",
                        row -> row.text("id"),
                        said.messageId())
                .orElseThrow();
        InboundOutcome note = receive("From: Jaan <jaan@pilet.test>\r\nTo: support@pilet.test\r\nMessage-ID: <jaan2-"
                + mark + "@pilet.test>\r\nIn-Reply-To: " + signed + "\r\nSubject: Re: x\r\n\r\nHe never pays.\r\n");
        assertEquals("NOTE", note.decision(), note.reason());
        assertEquals(question.ticketId(), note.ticketId());
        assertEquals(Visibility.INTERNAL, message(note.messageId()).visibility());
        assertTrue(message(note.messageId()).text().contains("Jaan"));
    }

    @Test
    void administrators_are_told_before_a_key_ends_and_once_for_each_stage() throws Exception {
        assertEquals(0, system.call(keys::warn).intValue(), "nothing ends yet");
        long key =
                sql.number("insert into mail_key (kind, holder, addresses, fingerprint, material, trusted, valid_until,"
                        + " added_at) values ('AUTHORITY', 'Ending " + mark + "', '', '" + mark
                        + "', 'x'::bytea, false, now() +"
                        + " interval '20 days', now()) returning id as value");
        try {
            assertEquals(1, system.call(keys::warn).intValue());
            assertEquals(0, system.call(keys::warn).intValue());
            await().pollInSameThread().atMost(PATIENCE).until(() -> lettersNow("ada@pilet.test").stream()
                    .anyMatch(letter -> letter.raw().contains("Ending " + mark)));
        } finally {
            sql.number("with gone as (delete from mail_key where id = " + key
                    + " returning id) select count(*) as value" + " from gone");
        }
    }

    @Test
    void a_recipient_who_is_nobody_here_is_refused() {
        assertThrows(InvalidInput.class, () -> receive(mail("x", "x", "", "x"), "nobody@elsewhere.example"));
    }

    private record Sent(String raw) {

        String header(String name) {
            try {
                return new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)))
                        .getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<Sent> lettersTo(String address) throws Exception {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> lettersNow(address).size() >= 2);
        return lettersNow(address);
    }

    private static List<Sent> lettersNow(String address) throws Exception {
        int port = Integer.parseInt(System.getProperty("pilet.imap.port", System.getenv("PILET_IMAP_PORT")));
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            List<Sent> letters = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                ByteArrayOutputStream raw = new ByteArrayOutputStream();
                message.writeTo(raw);
                letters.add(new Sent(raw.toString(StandardCharsets.ISO_8859_1)));
            }
            return letters;
        }
    }

    private String mail(String id, String subject, String header, String body) {
        return "From: Mari <" + customer + ">\r\nTo: support@pilet.test\r\nMessage-ID: <" + id + "-" + mark
                + "@contoso.example>\r\nSubject: " + subject + "\r\n" + header + "\r\n" + body + "\r\n";
    }

    private InboundOutcome receive(String raw) throws Exception {
        return receive(raw, "support@pilet.test");
    }

    private InboundOutcome receive(String raw, String recipient) throws Exception {
        try (RawMail spooled = RawMail.spool(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), 1 << 20)) {
            return system.call(() -> inbound.receive(spooled, recipient));
        }
    }

    private MessageView message(long id) throws Exception {
        return system.call(() -> conversations.view(id));
    }

    private Status status(long ticketId) throws Exception {
        return system.call(() -> finder.view(ticketId)).status();
    }
}
