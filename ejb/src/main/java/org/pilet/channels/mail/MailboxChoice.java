package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.InvalidInput;

/** Whose mailbox a piped mail is for. */
@Dependent
class MailboxChoice {

    private static final List<String> HEADERS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");

    @Inject
    private MailboxStore store;

    long largest() {
        return store.active().stream().mapToLong(MailboxView::largest).max().orElse(0);
    }

    /** The recipient's mailbox, else the first one that the headers name. */
    MailboxView choose(ParsedMail header, String recipient) {
        if (recipient != null && !recipient.isBlank()) {
            String plain = recipient.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
            return mailbox(new MailAddress("", plain))
                    .orElseThrow(() -> new InvalidInput("recipient", "unknown", plain));
        }
        Stream<MailAddress> named = HEADERS.stream().flatMap(name -> header.headers().addresses(name).stream());
        return named.map(this::mailbox)
                .flatMap(Optional::stream)
                .findFirst()
                .or(this::only)
                .orElseThrow(() -> new InvalidInput("recipient", "unknown", "none of the mail's recipients"));
    }

    private Optional<MailboxView> mailbox(MailAddress address) {
        return store.byAddress(address.address()).or(() -> store.byAddress(address.withoutPlus()));
    }

    /** With a single mailbox there is nothing to choose, even for a blind copy. */
    private Optional<MailboxView> only() {
        List<MailboxView> all = store.active();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
