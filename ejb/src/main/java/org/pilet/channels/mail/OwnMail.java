package org.pilet.channels.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;

/**
 * Mail that we wrote ourselves: it carries a Message-ID signed by us, our loop mark, or one of our addresses as author.
 * A delivery report carries none of these in its own header, only in the mail it encloses.
 *
 * @param ours whether an address, without its plus-part, is one of ours
 * @param signed whether a Message-ID, without angle brackets, carries our signature
 */
record OwnMail(Predicate<String> ours, Predicate<String> signed) implements MailFilter {

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        if (mail.messageId() != null && signed.test(mail.messageId())) {
            return Optional.of(new Verdict(Treatment.OWN, "Own mail: its Message-ID is signed by us"));
        }
        boolean marked = mail.report() == null
                && mail.headers().all("X-Loop").stream()
                        .map(mark -> mark.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(ours);
        if (marked) {
            return Optional.of(new Verdict(Treatment.OWN, "Own mail: it carries our X-Loop mark"));
        }
        return mail.from()
                .map(MailAddress::withoutPlus)
                .filter(ours)
                .map(address -> new Verdict(Treatment.OWN, "Own mail: its author is our address " + address));
    }
}
