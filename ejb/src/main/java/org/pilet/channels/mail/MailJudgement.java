package org.pilet.channels.mail;

import java.util.List;
import java.util.Optional;
import org.pilet.channels.mail.mime.ParsedMail;

/** Asks the filters in order; the first that has something to say decides. */
final class MailJudgement {

    private static final Verdict GENUINE = new Verdict(Treatment.GENUINE, "");

    private final List<MailFilter> filters;

    MailJudgement(OwnMail own) {
        filters = List.of(own, new ServerReport(), new AbsenceNotice(), new MachineMail());
    }

    Verdict of(ParsedMail mail) {
        return filters.stream()
                .map(filter -> filter.judge(mail))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(GENUINE);
    }
}
