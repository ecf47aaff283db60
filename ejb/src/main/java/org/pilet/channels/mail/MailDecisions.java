package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.pilet.channels.mail.InboundMailStore.Pending;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.security.ReplyTokens;

/** Decides a mail: judged by the filters, then ignored, taken as a server's report, or taken as somebody's words. */
@Dependent
class MailDecisions {

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private ReplyTokens tokens;

    @Inject
    private ReportIntake reports;

    @Inject
    private MessageIntake messages;

    /** Decides; what was found out about the mail before goes on record with the reason. */
    Decision decide(Pending pending, ParsedMail mail, String foundOut) {
        OwnMail ours = ours(); // asked once: it is a question to the database
        Verdict judged = new MailJudgement(ours).of(mail);
        Verdict verdict = new Verdict(judged.treatment(), Why.and(judged.reason(), foundOut));
        return switch (verdict.treatment()) {
            case OWN -> own(ours, mail, verdict);
            case REPORT -> reports.take(pending, mail, verdict);
            case GENUINE, UNANSWERED, AUTO_REPLY -> messages.take(pending, mail, verdict, ours.ours());
        };
    }

    /** What only claims to be ours may be a colleague's: it opens nothing, but somebody looks at it. */
    private static Decision own(OwnMail ours, ParsedMail mail, Verdict verdict) {
        return ours.isMarked(mail)
                ? Decision.ignored("OWN_MAIL", verdict.reason(), null)
                : Decision.quarantined("OWN_MAIL", verdict.reason());
    }

    Verdict judge(ParsedMail mail) {
        return new MailJudgement(ours()).of(mail);
    }

    private OwnMail ours() {
        return new OwnMail(mailboxes.own(), this::signed);
    }

    private boolean signed(String messageId) {
        return tokens.ticketOf(messageId.split("[.@]", 2)[0]).isPresent();
    }
}
