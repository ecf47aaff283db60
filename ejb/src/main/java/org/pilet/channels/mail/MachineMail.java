package org.pilet.channels.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pilet.channels.mail.mime.MailHeaders;
import org.pilet.channels.mail.mime.ParsedMail;

/** Mail to which a person should answer and a machine must not: generated, from a list, in bulk, or asking for silence. */
final class MachineMail implements MailFilter {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final Set<String> SILENCE = Set.of("all", "oof", "autoreply");
    private static final Set<String> DAEMONS =
            Set.of("mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply");

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        MailHeaders headers = mail.headers();
        String submitted =
                AbsenceNotice.firstWord(headers.first("Auto-Submitted").orElse("no"));
        if (!submitted.equals("no") && !submitted.isEmpty()) {
            return unanswered("Auto-Submitted: " + submitted);
        }
        String precedence = AbsenceNotice.firstWord(headers.first("Precedence").orElse(""));
        if (BULK.contains(precedence)) {
            return unanswered("Precedence: " + precedence);
        }
        if (headers.hasAny("List-") || headers.has("Mailing-List") || headers.has("Feedback-ID")) {
            return unanswered("sent to many");
        }
        if (asksForSilence(headers.first("X-Auto-Response-Suppress").orElse(""))) {
            return unanswered("X-Auto-Response-Suppress");
        }
        boolean daemon =
                mail.from().map(from -> DAEMONS.contains(from.localPart())).orElse(false);
        return daemon ? unanswered("its author reads no mail") : Optional.empty();
    }

    private static boolean asksForSilence(String value) {
        return Arrays.stream(value.split("[,\\s]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(SILENCE::contains);
    }

    private static Optional<Verdict> unanswered(String by) {
        return Optional.of(new Verdict(Treatment.UNANSWERED, "Gets no automatic answer (" + by + ")"));
    }
}
