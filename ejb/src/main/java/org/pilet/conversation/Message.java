package org.pilet.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.pilet.tickets.Channel;

/** One message or note. Its words never change (but where {@link Redactions} take some out); its delivery gets further. */
@Entity
class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message")
    @SequenceGenerator(name = "message", sequenceName = "message_seq", allocationSize = 50)
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "author_id")
    private Long authorId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "author_address")
    private String authorAddress;

    private Instant at;
    private String subject;

    @Column(name = "body_text")
    private String bodyText;

    @Column(name = "body_html")
    private String bodyHtml;

    private String language;
    private boolean automatic;
    private boolean thanks;

    @Column(name = "recipients_to")
    private String recipientsTo;

    @Column(name = "recipients_cc")
    private String recipientsCc;

    @Column(name = "mail_message_id")
    private String mailMessageId;

    @Column(name = "mail_in_reply_to")
    private String mailInReplyTo;

    @Enumerated(EnumType.STRING)
    private Delivery delivery = Delivery.NONE;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "delivery_error")
    private String deliveryError;

    private String why;

    protected Message() {}

    /** Words from outside. */
    static Message incoming(long ticketId, IncomingMessage said, Words words, String authorName, Instant at) {
        Message message = new Message();
        message.ticketId = ticketId;
        message.visibility = Visibility.PUBLIC;
        message.origin = Origin.CUSTOMER;
        message.channel = said.channel();
        message.authorId = said.authorId();
        message.authorName = authorName;
        message.authorAddress = said.authorAddress();
        message.subject = plain(said.subject());
        message.automatic = said.automatic();
        message.recipientsTo = plain(said.recipientsTo());
        message.recipientsCc = plain(said.recipientsCc());
        message.mailMessageId = plain(said.mailMessageId());
        message.mailInReplyTo = plain(said.mailInReplyTo());
        message.why = said.why();
        message.say(words, said.language(), at);
        return message;
    }

    /** Words of the house, public or internal. */
    static Message ofStaff(long ticketId, Visibility visibility, Long authorId, String authorName, Channel channel) {
        Message message = new Message();
        message.ticketId = ticketId;
        message.visibility = visibility;
        message.origin = authorId == null ? Origin.SYSTEM : Origin.AGENT;
        message.channel = channel;
        message.authorId = authorId;
        message.authorName = authorName;
        message.automatic = authorId == null;
        return message;
    }

    void say(Words words, String inLanguage, Instant when) {
        bodyText = words.text();
        bodyHtml = words.html();
        language = inLanguage == null ? "en" : inLanguage;
        at = when;
    }

    void goesOut(String to, String cc, String messageId, String inReplyTo) {
        recipientsTo = to;
        recipientsCc = cc;
        mailMessageId = messageId;
        mailInReplyTo = inReplyTo;
        delivery = Delivery.WAITING;
    }

    /** They say nothing else, and so left the ticket as it was. */
    void saysThanks() {
        thanks = true;
    }

    void delivered(Delivery outcome, String error, Instant when) {
        delivery = outcome;
        deliveryError = error;
        deliveredAt = outcome == Delivery.SENT ? when : null;
    }

    Long id() {
        return id;
    }

    long ticketId() {
        return ticketId;
    }

    Instant at() {
        return at;
    }

    private static String plain(String header) {
        return header == null ? null : header.replace("\0", "");
    }
}
