package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.HtmlText;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.FollowUpPolicies;
import org.pilet.conversation.FollowUpPolicy;
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
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/**
 * Takes somebody's words: continues the ticket they belong to or opens a new one. Who only names a ticket but has no part
 * in it, and may not join it, gets a ticket of their own, linked to that one (features B2.1, B2.10).
 */
@Dependent
class MessageIntake {

    static final Setting<Integer> MOST_REOPENINGS = Setting.number(
            "mail.reopenings.hourly",
            10,
            1,
            1_000,
            "After so many mails of one sender on one ticket within an hour, further ones are added without reopening it");

    @EJB
    private Conversations conversations;

    @EJB
    private FollowUpPolicies policies;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private KnownTickets known;

    @Inject
    private InboundMailStore store;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private Rejections rejections;

    @Inject
    private Correspondents correspondents;

    @Inject
    private MailAttachments attachments;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    Decision take(Pending pending, ParsedMail mail, Verdict verdict, Predicate<String> own) {
        Optional<MailAuthor> author = MailAuthor.of(mail, own);
        if (author.isEmpty()) {
            return Decision.quarantined("NO_SENDER", Why.of("noSender"));
        }
        MailboxView mailbox = mailboxes.find(pending.mailboxId()).orElseThrow();
        Optional<FollowUpMatch.Found> found = new FollowUpMatch(known, mailbox.threading())
                .of(mail)
                .map(match -> new FollowUpMatch.Found(finder.current(match.ticketId()), match.signed(), match.reason()))
                .filter(match -> !isForAnotherQueue(pending, match));
        MailAddress address = author.get().address();
        String language = correspondents.language(address, mail);
        PersonView sender = correspondents.recognise(address, language);
        Words words = new Words(
                pending,
                mailbox,
                mail,
                verdict,
                sender,
                address.address(),
                mail.subject(),
                language,
                author.get().why());
        if (found.isEmpty()) {
            return open(onBehalf(words, own), Why.of("new"), null);
        }
        return follow(words, found.get());
    }

    /** Word for word the mail that opened a ticket in one queue opens one in each queue it was sent to (features B2.14). */
    private boolean isForAnotherQueue(Pending pending, FollowUpMatch.Found match) {
        return match.reason().equals(Why.of("match.same")) && store.isOnTicket(pending.dedupKey(), match.ticketId());
    }

    /** What is known of the mail being taken. */
    private record Words(
            Pending pending,
            MailboxView mailbox,
            ParsedMail mail,
            Verdict verdict,
            PersonView sender,
            String address,
            String subject,
            String language,
            String aside) {

        boolean genuine() {
            return verdict.treatment() == Treatment.GENUINE && !mailbox.archive();
        }

        String why(String match) {
            return Why.and(match, verdict.reason(), aside);
        }
    }

    /** An agent who forwards a customer's mail does not ask for themselves (features B2.9). */
    private Words onBehalf(Words words, Predicate<String> own) {
        Optional<ForwardedMail> forwarded =
                words.sender().kind() == PersonKind.AGENT ? ForwardedMail.in(words.mail()) : Optional.empty();
        Optional<MailAddress> customer =
                forwarded.map(ForwardedMail::author).filter(address -> !own.test(address.withoutPlus()));
        if (customer.isEmpty()) {
            return words;
        }
        PersonView person = correspondents.recognise(customer.get(), words.language());
        return new Words(
                words.pending(),
                words.mailbox(),
                words.mail(),
                words.verdict(),
                person,
                customer.get().address(),
                forwarded.get().subject(),
                words.language(),
                Why.of("author.forwarded", words.sender().name(), customer.get().address()));
    }

    private Decision open(Words words, String match, Long relatedId) {
        String why = words.why(match);
        String subject = words.subject().isBlank() ? ReplyTexts.noSubject(words.language()) : words.subject();
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
        if (words.mailbox().archive()) {
            return done("NEW_TICKET", why, conversations.archive(ticket, message(words, false, why), then(words)));
        }
        Received received = conversations.open(ticket, message(words, !words.genuine(), why));
        if (relatedId != null) {
            tickets.link(received.ticketId(), relatedId, "RELATED");
        }
        return Decision.done("NEW_TICKET", why, received.ticketId(), received.messageId());
    }

    private Decision follow(Words words, FollowUpMatch.Found found) {
        long ticketId = found.ticketId();
        if (store.isOnTicket(words.pending().dedupKey(), ticketId)) {
            return Decision.ignored("COPY", Why.of("copy"), ticketId);
        }
        if (words.mailbox().archive()) { // whoever spoke then had their part in it
            String why = words.why(found.reason());
            return done("FOLLOW_UP", why, conversations.archive(ticketId, message(words, false, why), then(words)));
        }
        KnownTickets.Standing standing = known.standing(ticketId).orElseThrow();
        boolean part = known.hasPart(ticketId, words.sender().id(), words.address());
        if (!part && !mayJoin(words, found, standing)) {
            return open(words, Why.of("new.stranger", standing.number()), ticketId);
        }
        if (words.sender().kind() == PersonKind.AGENT
                && standing.requesterId() != words.sender().id()) {
            return note(words, found);
        }
        if (!part) {
            tickets.change(
                    ticketId,
                    null,
                    List.of(new TicketChange.AddParticipant(words.sender().id())),
                    "mail");
        }
        return advance(words, found, standing, part);
    }

    /** Staff may speak on any ticket; for all others the mailbox says who may join. */
    private boolean mayJoin(Words words, FollowUpMatch.Found found, KnownTickets.Standing standing) {
        if (words.sender().kind() == PersonKind.AGENT) {
            return found.signed();
        }
        return switch (words.mailbox().threading().strangers()) {
            case NONE -> false;
            case SIGNED -> found.signed();
            case ORGANISATION ->
                found.signed()
                        || (words.sender().organisationId() != null
                                && words.sender().organisationId().equals(standing.organisationId()));
            case ANYBODY -> true;
        };
    }

    private Decision advance(Words words, FollowUpMatch.Found found, KnownTickets.Standing standing, boolean part) {
        boolean tooOften = tooOften(words, found.ticketId());
        boolean silent = words.verdict().treatment() == Treatment.AUTO_REPLY || tooOften;
        String why =
                words.why(Why.and(found.reason(), part ? "" : Why.of("joined"), tooOften ? Why.of("tooOften") : ""));
        FollowUpPolicy policy = policies.of(standing.queueId());
        boolean refusedSilently = policy.kind() == FollowUpPolicy.Kind.REJECT && !words.genuine();
        boolean machine = silent || standing.done() && refusedSilently; // a machine is told nothing
        IncomingMessage said = message(words, machine, why);
        return switch (policies.course(found.ticketId(), said)) {
            case CONTINUE -> done("FOLLOW_UP", why, conversations.append(found.ticketId(), said));
            case STAY -> {
                String thanks = Why.and(why, Why.of("thanks"));
                yield done("FOLLOW_UP", thanks, conversations.append(found.ticketId(), said.because(thanks)));
            }
            case NEW_TICKET -> {
                String again = words.why(Why.of("new.done", standing.number()));
                yield done(
                        "NEW_TICKET",
                        again,
                        conversations.openAgain(found.ticketId(), message(words, !words.genuine(), again)));
            }
            case REJECT -> {
                rejections.tell(
                        words.pending(),
                        words.mail(),
                        new MailAddress(words.sender().name(), words.address()),
                        standing.number());
                yield Decision.refused("REJECTED", words.why(Why.of("rejected", standing.number())), found.ticketId());
            }
        };
    }

    private static Decision done(String decision, String why, Received received) {
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
        String why = words.why(Why.and(found.reason(), Why.of("note")));
        return Decision.done("NOTE", why, found.ticketId(), said.messageId());
    }

    /** When an archived mail says it was written; a date that is missing or still to come is none. */
    private Instant then(Words words) {
        Instant now = clock.now();
        Instant sent = words.mail().date();
        return sent == null || sent.isAfter(now) ? now : sent;
    }

    private boolean tooOften(Words words, long ticketId) {
        long recent = store.countOnTicket(ticketId, words.address(), clock.now().minus(Duration.ofHours(1)));
        return recent >= settings.get(MOST_REOPENINGS);
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
