package org.pilet.channels.mail;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;

/**
 * Who speaks in a mail. Usually its author; whom its Reply-To names where the author is a program that reads no mail, or
 * is us because a form on a web site writes in our name, or where the header names no author.
 *
 * @param why what is to be said about it, or empty
 */
record MailAuthor(MailAddress address, String why) {

    private static final Pattern READS_NO_MAIL =
            Pattern.compile("(no-?reply|no_reply|not?-?reply|do-?not-?reply|do_not_reply|donot-?reply)([-_.+].*)?");

    /** Empty if nobody is named whom one could answer. */
    static Optional<MailAuthor> of(ParsedMail mail, Predicate<String> ours) {
        Optional<MailAddress> from = mail.from();
        Optional<MailAddress> replyTo = mail.headers().addresses("Reply-To").stream()
                .filter(address -> other(address, ours))
                .findFirst();
        boolean program = from.map(address -> ours.test(address.withoutPlus())
                        || READS_NO_MAIL.matcher(address.localPart()).matches())
                .orElse(false);
        if (program && replyTo.isPresent()) {
            return replyTo.map(address -> named(address, from.get()));
        }
        if (from.isPresent()) {
            return from.map(address -> new MailAuthor(address, ""));
        }
        return replyTo.map(address -> new MailAuthor(address, Why.of("author.elsewhere", address.address())));
    }

    private static MailAuthor named(MailAddress replyTo, MailAddress from) {
        MailAddress person = replyTo.name().isBlank() ? new MailAddress("", replyTo.address()) : replyTo;
        return new MailAuthor(person, Why.of("author.replyTo", from.address(), person.address()));
    }

    private static boolean other(MailAddress address, Predicate<String> ours) {
        return address.usable() && !ours.test(address.withoutPlus());
    }
}
