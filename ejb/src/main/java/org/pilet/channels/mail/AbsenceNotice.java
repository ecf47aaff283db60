package org.pilet.channels.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pilet.channels.mail.mime.MailHeaders;
import org.pilet.channels.mail.mime.ParsedMail;

/** Automatic replies: RFC 3834, the marks that came before it, and Exchange's, which knows neither. */
final class AbsenceNotice implements MailFilter {

    private static final List<String> MARKS = List.of(
            "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "X-Mail-Autoreply", "X-Vacation");

    /** Exchange begins so in the reader's language; counts only together with its own rule mark. */
    private static final Pattern EXCHANGE_SUBJECT = Pattern.compile(
            "(?iu)^(automatic reply|out of office|autoreply|automaatvastus|răspuns automat|automatikus válasz|"
                    + "автоматический ответ|پاسخ خودکار|automatische antwort|abwesenheitsnotiz|automaattinen vastaus)\\b.*");

    @Override
    public Optional<Verdict> judge(ParsedMail mail) {
        MailHeaders headers = mail.headers();
        String submitted = firstWord(headers.first("Auto-Submitted").orElse(""));
        if (submitted.equals("auto-replied") || submitted.equals("auto-notified")) {
            return reply("Auto-Submitted: " + submitted);
        }
        Optional<String> mark = MARKS.stream().filter(headers::has).findFirst();
        if (mark.isPresent()) {
            return reply(mark.get());
        }
        if (firstWord(headers.first("Precedence").orElse("")).equals("auto_reply")) {
            return reply("Precedence: auto_reply");
        }
        boolean exchange = headers.has("X-MS-Exchange-Inbox-Rules-Loop") || headers.has("X-Auto-Response-Suppress");
        if (exchange && EXCHANGE_SUBJECT.matcher(mail.subject()).matches()) {
            return reply("Exchange's automatic reply");
        }
        boolean nullPath = headers.first("Return-Path").map("<>"::equals).orElse(false);
        return nullPath ? reply("null return path") : Optional.empty();
    }

    private static Optional<Verdict> reply(String by) {
        return Optional.of(new Verdict(Treatment.AUTO_REPLY, "Automatic reply (" + by + ")"));
    }

    static String firstWord(String value) {
        return value.strip().toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0];
    }
}
