package org.pilet.channels.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.conversation.OwnWords;

/**
 * To which ticket a mail belongs (features B2.1): the signed token in the address it was sent to or in a Message-ID it
 * answers, then a stored Message-ID it answers, then the number in its subject, then, where the mailbox wants it, in its
 * words or its attachments' names. What an attached mail names does not count.
 */
final class FollowUpMatch {

    /** What is known of tickets. */
    interface Tickets {

        /** The ticket that a token signed by us names. */
        OptionalLong byToken(String token);

        /** The ticket on which the first of these Message-IDs, without angle brackets, stands. */
        OptionalLong byMessageIds(List<String> ids);

        /** The ticket with that number. */
        OptionalLong byNumber(String number);
    }

    /**
     * The ticket found.
     *
     * @param signed whether the sender holds something that we signed, and so has had a mail about the ticket
     * @param reason in words, for "why here?"
     */
    record Found(long ticketId, boolean signed, String reason) {}

    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{5,18})\\]|(?<![\\w#])#(\\d{5,18})\\b");
    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To");

    private final Tickets tickets;
    private final Threading by;

    FollowUpMatch(Tickets tickets) {
        this(tickets, Threading.USUAL);
    }

    FollowUpMatch(Tickets tickets, Threading by) {
        this.tickets = tickets;
        this.by = by;
    }

    Optional<Found> of(ParsedMail mail) {
        Optional<Found> found = by.address() ? byAddress(mail) : Optional.empty();
        if (found.isEmpty() && by.headers()) {
            found = byAnswered(answered(mail));
        }
        if (found.isEmpty() && by.subject()) {
            found = byNumber(mail.subject(), "match.subject");
        }
        if (found.isEmpty() && by.body()) {
            found = byNumber(ownWords(mail.text()), "match.body");
        }
        if (found.isEmpty() && by.attachments()) {
            found = mail.parts().stream()
                    .map(part -> byNumber(part.name(), "match.attachment"))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return found.or(() -> byHeaders(mail));
    }

    /** The same mail with other words under it, as lists send it: it belongs where it came directly. */
    private Optional<Found> byHeaders(ParsedMail mail) {
        if (mail.messageId() == null || !by.headers()) {
            return Optional.empty();
        }
        OptionalLong known = tickets.byMessageIds(List.of(mail.messageId()));
        return known.isPresent()
                ? Optional.of(new Found(known.getAsLong(), false, Why.of("match.same")))
                : Optional.empty();
    }

    /** Without what is quoted: that may speak of other tickets. */
    private static String ownWords(String text) {
        String own = OwnWords.of(text)
                .own()
                .lines()
                .filter(line -> !line.startsWith(">"))
                .limit(400)
                .collect(Collectors.joining("\n"));
        return own.length() > 20_000 ? own.substring(0, 20_000) : own;
    }

    /** To which ticket a mail of ours belonged, when a server reports on it. */
    Optional<Found> ofReport(ParsedMail mail) {
        List<String> about = new ArrayList<>();
        if (mail.report().originalMessageId() != null) {
            about.add(mail.report().originalMessageId());
        }
        about.addAll(answered(mail));
        about.addAll(latestFirst(mail.report().originalReferences()));
        return byAddress(mail).or(() -> byAnswered(about));
    }

    private Optional<Found> byAddress(ParsedMail mail) {
        return RECIPIENTS.stream()
                .flatMap(header -> mail.headers().addresses(header).stream())
                .map(MailAddress::localPart)
                .filter(local -> local.indexOf('+') > 0)
                .map(local -> tickets.byToken(local.substring(local.lastIndexOf('+') + 1)))
                .filter(OptionalLong::isPresent)
                .map(ticket -> new Found(ticket.getAsLong(), true, Why.of("match.address")))
                .findFirst();
    }

    private Optional<Found> byAnswered(List<String> ids) {
        Optional<Found> signed = ids.stream()
                .map(id -> tickets.byToken(id.split("[.@]", 2)[0]))
                .filter(OptionalLong::isPresent)
                .map(ticket -> new Found(ticket.getAsLong(), true, Why.of("match.signed")))
                .findFirst();
        if (signed.isPresent() || ids.isEmpty()) {
            return signed;
        }
        OptionalLong known = tickets.byMessageIds(ids);
        return known.isPresent()
                ? Optional.of(new Found(known.getAsLong(), false, Why.of("match.stored")))
                : Optional.empty();
    }

    private Optional<Found> byNumber(String words, String key) {
        Matcher matcher = NUMBER.matcher(words);
        while (matcher.find()) {
            String number = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            OptionalLong ticket = tickets.byNumber(number);
            if (ticket.isPresent()) {
                return Optional.of(new Found(ticket.getAsLong(), false, Why.of(key, number)));
            }
        }
        return Optional.empty();
    }

    /** What the mail answers: the message it names first, then the thread from its latest message back. */
    private static List<String> answered(ParsedMail mail) {
        return Stream.concat(mail.inReplyTo().stream(), latestFirst(mail.references()).stream())
                .distinct()
                .toList();
    }

    private static List<String> latestFirst(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }
}
