package org.pilet.channels.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;

/**
 * Mail that we wrote ourselves: it carries a Message-ID signed by us, our loop mark, or one of our addresses as author.
 * A delivery report carries none of these in its own header, only in the mail it encloses. A form on a web site that
 * writes in our name for somebody who is to be answered is not us: what we send never asks for answers elsewhere.
 *
 * @param ours whether an address, without its plus-part, is one of ours
 * @param signed whether a Message-ID, without angle brackets, carries our signature
 */
record OwnMail(Predicate<String> ours, Predicate<String> signed) implements MailFilter {

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        if (isSigned(mail)) {
            return Optional.of(new Verdict(Treatment.OWN, Why.of("own.signed")));
        }
        if (isLooped(mail)) {
            return Optional.of(new Verdict(Treatment.OWN, Why.of("own.loop")));
        }
        Optional<MailAddress> author =
                mail.from().filter(from -> mail.report() == null).filter(from -> ours.test(from.withoutPlus()));
        if (author.isPresent() && onBehalfOf(mail).isPresent()) {
            return Optional.of(new Verdict(
                    Treatment.UNANSWERED,
                    Why.of("unanswered.form", onBehalfOf(mail).get().address())));
        }
        return author.map(from -> new Verdict(Treatment.OWN, Why.of("own.author", from.withoutPlus())));
    }

    /** Whether it bears a mark that we put on what we send; anybody can write under our address. */
    boolean isMarked(ParsedMail mail) {
        return isSigned(mail) || isLooped(mail);
    }

    private boolean isSigned(ParsedMail mail) {
        return mail.messageId() != null && signed.test(mail.messageId());
    }

    private boolean isLooped(ParsedMail mail) {
        return mail.report() == null
                && mail.headers().all("X-Loop").stream()
                        .map(mark -> mark.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(ours);
    }

    /** Whom a mail in our name asks to answer, if that is not us. */
    Optional<MailAddress> onBehalfOf(ParsedMail mail) {
        return mail.headers().addresses("Reply-To").stream()
                .filter(MailAddress::usable)
                .filter(to -> !ours.test(to.withoutPlus()))
                .findFirst();
    }
}
