package org.pilet.channels.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;

/**
 * Whose mail somebody has forwarded: the author named in the header that mail programs write above the forwarded words,
 * or in the mail attached.
 *
 * @param subject of the forwarded mail
 */
record ForwardedMail(MailAddress author, String subject) {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)^\\s*(?:fwd?|fw|wg|edasi|vl|tr|rv|i|pd|továbbítás|továbbítva|redirecționat|пересл|пересылка|"
                    + "doorst|vs|vb|enc|ilt|πρθ|pers|pārs|转发|轉寄|転送|전달|ارسال مجدد)\\s*:\\s*(.*)$");
    private static final Pattern FROM = Pattern.compile(
            "(?iu)^[>*\\s|]{0,10}(?:from|von|de|saatja|kellelt|feladó|от кого|от|lähettäjä|van|da|från|fra|od|"
                    + "expéditeur|expeditor|de la|از|فرستنده|nuo|no|від|mittente|remitente|kimden|από|发件人|寄件者|差出人|보낸 사람)\\s*\\*?\\s*:\\s*\\*?\\s*(.+)$");
    private static final Pattern OTHER_FIELD = Pattern.compile(
            "(?iu)^[>*\\s|]{0,10}(?:subject|sent|date|to|betreff|gesendet|datum|an|teema|saadetud|saatmisaeg|kuupäev|"
                    + "kellele|saaja|adressaat|tárgy|küldve|elküldve|ارسال شده|ارسال|címzett|dátum|тема|дата|отправлено|кому|subiect|trimis|către|data|objet|envoyé|"
                    + "oggetto|inviato|asunto|enviado|onderwerp|verzonden|ämne|skickat|موضوع|تاریخ|به|"
                    + "aihe|lähetetty|päiväys|vastaanottaja|temat|wysłano|do|předmět|odesláno|komu|predmet|tema|надіслано|"
                    + "tēma|nosūtīts|kam|išsiųsta|konu|tarih|gönderildi|kime|θέμα|ημερομηνία|προς|assunto|para|emne|sendt|"
                    + "til|主题|日期|收件人|主旨|件名|日時|宛先|제목|날짜)\\s*\\*?\\s*:.*$");
    private static final Pattern OUTLOOK =
            Pattern.compile("\\[(?:mailto:)?([^\\[\\]\\s@]+@[^\\[\\]\\s]+)\\]|\\(mailto:([^()\\s@]+@[^()\\s]+)\\)");
    private static final int MOST_LINES = 300;

    /** Empty if the mail is not forwarded or does not say whose it was. */
    static Optional<ForwardedMail> in(ParsedMail mail) {
        Matcher subject = SUBJECT.matcher(mail.subject());
        if (!subject.matches()) {
            return Optional.empty();
        }
        String bare = subject.group(1).strip();
        return quoted(mail.text())
                .or(() -> Optional.ofNullable(mail.attachedFrom()))
                .filter(MailAddress::usable)
                .map(author -> new ForwardedMail(author, bare));
    }

    /** A line that names an author counts when other fields of a header stand right below it. */
    private static Optional<MailAddress> quoted(String text) {
        List<String> lines = new ArrayList<>(text.lines().limit(MOST_LINES).toList());
        for (int i = 0; i < lines.size(); i++) {
            Matcher from = FROM.matcher(lines.get(i));
            if (from.matches() && fieldFollows(lines, i + 1)) {
                return address(from.group(1));
            }
        }
        return Optional.empty();
    }

    private static boolean fieldFollows(List<String> lines, int from) {
        return lines.stream().skip(from).limit(3).anyMatch(line -> OTHER_FIELD
                .matcher(line)
                .matches());
    }

    private static Optional<MailAddress> address(String written) {
        Matcher outlook = OUTLOOK.matcher(written);
        if (outlook.find()) {
            String address = outlook.group(1) == null ? outlook.group(2) : outlook.group(1);
            return Optional.of(new MailAddress(written.substring(0, outlook.start()), address));
        }
        String plain = written.replace("*", "").replaceAll("<mailto:[^>]*>", "");
        return MailAddress.list(plain).stream().findFirst();
    }
}
