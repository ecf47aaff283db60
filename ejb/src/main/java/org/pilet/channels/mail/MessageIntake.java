package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.HtmlText;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.IncomingMessage;
import org.pilet.conversation.Received;
import org.pilet.conversation.Said;
import org.pilet.people.PersonKind;
import org.pilet.people.PersonView;
import org.pilet.platform.Clock;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/**
 * Takes somebody's words: continues the ticket they belong to or opens a new one. Who only names a ticket but has no part
 * in it gets a ticket of their own, linked to that one (features B2.1, B2.10).
 */
@Dependent
class MessageIntake {

    static final Setting<Integer> MOST_REOPENINGS = Setting.number(
            "mail.reopenings.hourly",
            10,
            "After so many mails of one sender on one ticket within an hour, further ones are added without reopening it");

    @EJB
    private Conversations conversations;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private KnownTickets known;

    @Inject
    private InboundMailStore store;

    @Inject
    private Correspondents correspondents;

    @Inject
    private MailAttachments attachments;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    Decision take(Pending pending, ParsedMail mail, Verdict verdict) {
        Optional<MailAddress> from = mail.from();
        if (from.isEmpty()) {
            return Decision.quarantined("NO_SENDER", "Names no sender to whom one could answer");
        }
        String language = correspondents.language(from.get(), mail);
        PersonView sender = correspondents.recognise(from.get(), language);
        Words words = new Words(pending, mail, verdict, sender, from.get().address(), language);
        Optional<FollowUpMatch.Found> found = new FollowUpMatch(known)
                .of(mail)
                .map(match ->
                        new FollowUpMatch.Found(finder.current(match.ticketId()), match.signed(), match.reason()));
        if (found.isEmpty()) {
            return open(words, "New: it answers no message known here", null);
        }
        long ticketId = found.get().ticketId();
        boolean part = found.get().signed() || known.hasPart(ticketId, sender.id(), words.address());
        return part ? follow(words, found.get()) : open(words, strangers(found.get()), ticketId);
    }

    /** What is known of the mail being taken. */
    private record Words(
            Pending pending, ParsedMail mail, Verdict verdict, PersonView sender, String address, String language) {

        String why(String match) {
            return verdict.reason().isEmpty() ? match : match + ". " + verdict.reason();
        }
    }

    private Decision open(Words words, String match, Long relatedId) {
        String why = words.why(match);
        boolean automatic = words.verdict().treatment() != Treatment.GENUINE;
        String subject = words.mail().subject().isBlank()
                ? ReplyTexts.noSubject(words.language())
                : words.mail().subject();
        OpenTicket ticket = new OpenTicket(
                subject,
                words.pending().queueId(),
                null,
                null,
                null,
                Channel.EMAIL,
                words.sender().id(),
                words.language(),
                false,
                List.of(),
                "mailbox:" + words.pending().mailbox());
        Received received = conversations.open(ticket, message(words, automatic, why));
        if (relatedId != null) {
            tickets.link(received.ticketId(), relatedId, "RELATED");
        }
        return Decision.done("NEW_TICKET", why, received.ticketId(), received.messageId());
    }

    private Decision follow(Words words, FollowUpMatch.Found found) {
        if (store.isOnTicket(words.pending().dedupKey(), found.ticketId())) {
            return Decision.ignored(
                    "COPY", "The same mail came to another mailbox and is on its ticket already", found.ticketId());
        }
        KnownTickets.Standing standing = known.standing(found.ticketId()).orElseThrow();
        if (words.sender().kind() == PersonKind.AGENT
                && standing.requesterId() != words.sender().id()) {
            return note(words, found);
        }
        boolean opensNew = standing.closed() && words.verdict().treatment() != Treatment.GENUINE;
        boolean tooOften = tooOften(words, found.ticketId());
        String why = words.why(found.reason() + (tooOften ? "; too many in an hour to reopen it" : ""));
        boolean automatic = words.verdict().treatment() == Treatment.AUTO_REPLY || opensNew || tooOften;
        Received received = conversations.receive(found.ticketId(), message(words, automatic, why));
        String decision = received.newTicket() ? "NEW_TICKET" : "FOLLOW_UP";
        return Decision.done(decision, why, received.ticketId(), received.messageId());
    }

    /** What staff write to a ticket by mail, say in answer to a notice, is for the house: the customer never sees it. */
    private Decision note(Words words, FollowUpMatch.Found found) {
        ParsedMail mail = words.mail();
        String author = HtmlText.toHtml(words.sender().name() + " <" + words.address() + ">:");
        String html = mail.html() == null ? HtmlText.toHtml(mail.text()) : mail.html();
        Said said = conversations.note(
                found.ticketId(),
                author + html,
                attachments.store(words.pending().rawBlobId(), mail));
        String why = words.why(found.reason() + "; from staff, so it is an internal note");
        return Decision.done("NOTE", why, found.ticketId(), said.messageId());
    }

    private boolean tooOften(Words words, long ticketId) {
        long recent = store.countOnTicket(ticketId, words.address(), clock.now().minus(Duration.ofHours(1)));
        return recent >= settings.get(MOST_REOPENINGS);
    }

    private String strangers(FollowUpMatch.Found found) {
        String number = known.standing(found.ticketId())
                .map(KnownTickets.Standing::number)
                .orElse("?");
        return "New: names ticket #" + number + ", in which its sender has no part";
    }

    private IncomingMessage message(Words words, boolean automatic, String why) {
        ParsedMail mail = words.mail();
        return new IncomingMessage(
                Channel.EMAIL,
                words.sender().id(),
                words.address(),
                mail.subject(),
                mail.text(),
                mail.html(),
                words.language(),
                automatic,
                joined(mail.to()),
                joined(mail.cc()),
                mail.messageId() == null ? null : "<" + mail.messageId() + ">",
                mail.inReplyTo().stream().findFirst().map(id -> "<" + id + ">").orElse(null),
                why,
                attachments.store(words.pending().rawBlobId(), mail));
    }

    private static String joined(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::toString).collect(Collectors.joining(", "));
    }
}
