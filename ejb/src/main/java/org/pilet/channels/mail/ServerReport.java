package org.pilet.channels.mail;

import java.util.Optional;
import org.pilet.channels.mail.mime.DeliveryReport;
import org.pilet.channels.mail.mime.ParsedMail;

/** Reports on mails of ours: whether they arrived, were opened, or were called unwanted. */
final class ServerReport implements MailFilter {

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        return Optional.ofNullable(mail.report()).map(report -> new Verdict(Treatment.REPORT, Why.of(key(report))));
    }

    private static String key(DeliveryReport report) {
        return switch (report.kind()) {
            case RECEIPT -> "report.receipt";
            case COMPLAINT -> "report.complaint";
            case DELIVERY ->
                report.failed()
                        ? "report.failed"
                        : report.recipients().stream()
                                        .anyMatch(to -> to.action().equals("delayed"))
                                ? "report.delayed"
                                : "report.other";
        };
    }
}
