package org.pilet.channels.mail;

import java.util.Optional;
import org.pilet.channels.mail.mime.ParsedMail;

/** Delivery reports, of the standard form (RFC 3464) or of servers that never heard of it. */
final class ServerReport implements MailFilter {

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        return Optional.ofNullable(mail.report())
                .map(report ->
                        new Verdict(Treatment.REPORT, report.failed() ? "Delivery report: failed" : "Delivery report"));
    }
}
