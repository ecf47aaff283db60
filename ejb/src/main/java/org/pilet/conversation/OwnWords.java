package org.pilet.conversation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A plain text in its parts: what its writer says, their signature, and what the text repeats of earlier messages. Nothing
 * is left out, and an answer between quoted lines is the writer's. What somebody forwards is what they say.
 *
 * @param own never empty unless the text is
 * @param signature from the line that begins it, or empty
 * @param quoted from the line that announces it, or empty
 */
public record OwnWords(String own, String signature, String quoted) {

    private static final String AUTHOR =
            "from|von|de|de la|saatja|kellelt|feladó|от|от кого|از|فرستنده|lähettäjä|van|da|från|fra"
                    + "|od|expéditeur|expeditor|nuo|no|від|mittente|remitente"
                    + "|kimden|gönderen|από|מאת|من|المرسل|发件人|寄件者|寄件人|差出人|보낸 사람";
    private static final String SENT =
            "sent|date|gesendet|datum|saadetud|saatmisaeg|kuupäev|küldve|elküldve|dátum|отправлено|дата|trimis|data"
                    + "|تاریخ|ارسال|ارسال شده|lähetetty|päiväys|envoyé|le|inviato|enviado|fecha|enviada em|verzonden|skickat|sendt|wysłano"
                    + "|odesláno|nosūtīts|išsiųsta|надіслано|sent on|sent at|date sent|odoslané|poslano|изпратено"
                    + "|gönderildi|gönderilme tarihi|tarih|στάλθηκε|ημερομηνία|נשלח|תאריך|تم الإرسال|التاريخ|发送时间|日期"
                    + "|傳送日期|寄件日期|送信日時|日時|日付|보낸 날짜|날짜";
    private static final String ADDRESSEE =
            "to|an|adressaat|kellele|saaja|címzett|кому|către|catre|به|گیرنده|vastaanottaja"
                    + "|à|destinataire|a|para|aan|till|til|do|komu|kam|cc|koopia"
                    + "|za|kime|alıcı|προς|אל|إلى|收件人|收件者|宛先|받는 사람";
    private static final String ABOUT =
            "subject|betreff|teema|tárgy|тема|subiect|موضوع|aihe|objet|oggetto|asunto|assunto|onderwerp"
                    + "|ämne|emne|temat|předmět|temats|tema|predmet|zadeva|тема на|относно|konu|θέμα|נושא|الموضوع"
                    + "|主题|主旨|件名|제목";

    /** A field of the header that some programs write above what they quote; the names may be bold, that is starred. */
    private static final Pattern AUTHOR_LINE = field(AUTHOR);

    private static final Pattern SENT_LINE = field(SENT);
    private static final Pattern OTHER_LINE = field(ADDRESSEE + "|" + ABOUT);

    /** The same header where its lines have run together, as in a paragraph of HTML. */
    private static final Pattern HEADER = Pattern.compile("(?iu)^[\\s*]*(?:" + AUTHOR
            + ")\\s*\\*?:.{1,300}?[\\s*>\\])](?:" + SENT + "|" + ABOUT + ")\\s*\\*?\\s*:.*");

    /** Above what follows the whole older message stands, without a mark at its lines. */
    private static final Pattern ORIGINAL =
            Pattern.compile("(?iu)^\\s*[-_*=]{2,}\\s*(?:original(?: message| appointment)?"
                    + "|reply message|ursprüngliche (?:nachricht|mail|e-mail)|original-?nachricht|message d['’]origine|message original"
                    + "|algne (?:sõnum|kiri)|algsõnum|algkiri|algteade|mesaj(?:ul)? (?:original|inițial|initial)|eredeti (?:üzenet|levél|e-mail)"
                    + "|исходное сообщение|оригинальное сообщение|исходное письмо|پیام اصلی|پیغام اصلی|alkuperäinen viesti"
                    + "|messaggio originale|mensaje original|mensagem original|oorspronkelijk bericht|ursprungligt meddelande"
                    + "|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|původní zpráva|originalus laiškas"
                    + "|sākotnējā ziņa|originaalsõnum)\\s*[-_*=]{2,}\\s*$");

    /** By which other help desks part an answer from what they sent. */
    private static final Pattern REPLY_ABOVE =
            Pattern.compile("(?iu)^[\\s#=_*-]{0,40}(?:please )?(?:type|write|enter|add)?\\s?(?:your )?"
                    + "(?:reply|response|answer) above this line[\\s#=_*.-]{0,40}$");

    /** The same without dashes, as telephones of old wrote it; only the header right below makes it one. */
    private static final Pattern BARE_ORIGINAL = Pattern.compile("(?iu)^\\s*original message\\s*$");

    private static final Pattern RULE = Pattern.compile("^\\s*(?:_{5,}|-{5,}|={5,}|\\*{5,})\\s*$");

    /** What several languages write above a quotation: who wrote, mostly when. */
    private static final Pattern WROTE =
            Pattern.compile("(?iu)(?:\\bwrote(?: on [^:]{0,60}(?::\\d\\d){0,2})?|\\bschrieb(?:en)?\\b.*"
                    + "|\\ba écrit|\\bécrivait|kirjutas\\b.*|\\ba scris|írta\\b.*|написал(?:\\(а\\)|а|и)?|пишет|писал(?:\\(а\\)|а)?|نوشت(?:ه است|ه‌است|ه)?"
                    + "|escribió|ha scritto|schreef\\b.*|escreveu|kirjoitti\\b.*|\\bskrev\\b.*|napisał(?:\\(a\\)|a)?|napsal(?:\\(a\\)|a)?"
                    + "|rakstīja|rašė|написав|пише|yazdı|έγραψε|כתב(?:/?ה)?|كتب|写道|寫道|napísal(?:\\(a\\)|a)?|napisao/la"
                    + "|je napisal(?:\\(a\\)|a|o)?|написа|님이 작성)\\s*[:：]\\s*$");

    /** Without a verb, as Gmail does in Russian: a time and an address, then a colon. */
    private static final Pattern DATED = Pattern.compile("(?u)^.*\\d{1,2}:\\d{2}.*<?\\S+@\\S+?>?\\s*:\\s*$");

    private static final Pattern WHEN_AND_WHO =
            Pattern.compile("(?u).*\\p{Nd}{1,2}[:.]\\p{Nd}{2}.*\\S@\\S.*|.*\\S@\\S.*\\p{Nd}{1,2}[:.]\\p{Nd}{2}.*");

    private static final Pattern LEAD = Pattern.compile(
            "(?iu)^\\s*(?:on|am|le|el|il|op|em|pe|în|in|den|dne|dnia|kuupäev\\w*|در|\\p{L}{2,3}\\.?,|\\d).*");
    private static final Pattern FORWARDED = Pattern.compile("(?iu)^\\s*-{2,}\\s*(?:forwarded|weitergeleitet|edastatud|"
            + "mesaj redirecționat|továbbított|пересылаем|переслан|перенаправлен|پیام هدایت|message transféré|begin forwarded"
            + "|välitetty|przekazan|messaggio inoltrato|mensaje reenviado|mensagem (?:re)?encaminhada|doorgestuurd"
            + "|vidarebefordrat|videresendt|přeposlan|preposlan|iletilmiş|iletilen|persiųst|pārsūtīt|προωθημένο).*"
            + "|^\\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)"
            + "|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada"
            + "|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|välitetty viesti alkaa"
            + "|początek przekazywanej wiadomości|začátek přeposlané zprávy|továbbított levél kezdete"
            + "|începutul mesajului redirecționat|început mesaj redirecționat|начало переадресованного сообщения"
            + "|edastatud kirja algus|آغاز پیام هدایت.{0,3}شده)\\s*:\\s*$");

    /** How telephones and a few programs sign. */
    private static final Pattern DEVICE =
            Pattern.compile("(?iu)^\\s*(?:(?:sent|written) (?:from|with|via|by) \\[?(?:my |the |a )?"
                    + "(?:i?phone|ipad|android|mobile|samsung|blackberry|huawei|nokia|galaxy|outlook|mail for windows|yahoo|proton"
                    + "|mailbox|windows|tablet|gmail|email app).{0,60}|get outlook for .{3,20}(?:<[^>]*>)?"
                    + "|(?:hankige|hankida|laadige alla|obțineți|descărcați|получить|скачать|загрузить|دریافت) (?:приложение )?outlook .{2,30}(?:<[^>]*>)?"
                    + "|outlook letöltése .{2,30}(?:<[^>]*>)?|(?:elküldve|küldve) .{2,40}(?:ról|ről|val|vel|ból|ből)\\.?"
                    + "|von meinem .{2,40} gesendet\\.?|gesendet (?:von|mit) .{2,60}|diese nachricht wurde von meinem android.*"
                    + "|saadetud minu .{2,40}|saadetud .{2,30}(?:iphone|ipad|android|outlook|telefoni).{0,20}"
                    + "|envoyé (?:de|depuis|à partir de) (?:mon|ma|outlook|yahoo).{0,50}|trimis (?:de pe|din|de la) .{2,40}"
                    + "|.{0,30}(?:iphone|ipad|android|telefon)\\S{0,8} küldve\\.?|отправлено (?:с|из|от) .{2,60}|ارسال ?شده از .{2,40}"
                    + "|از .{2,20} من ارسال شد.*|lähetetty (?:iphone|laitteesta|matkapuhelim).{0,40}|inviato da(?:l| i| ).{2,40}"
                    + "|enviado (?:desde|do meu|a partir do) .{2,40}|verzonden vanaf mijn .{2,30}|skickat från min .{2,30}"
                    + "|wysłane z .{2,40}|odesláno z .{2,40}|nosūtīts no .{2,40}|надіслано з .{2,40})\\s*$");

    private static final int LONGEST_SIGNATURE = 15;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_ANNOUNCEMENT = 4;

    private static Pattern field(String names) {
        return Pattern.compile("(?iu)^[\\s*>|\\u200e\\u200f]*(?:" + names + ")\\s*\\*?\\s*[:：].*");
    }

    /** Takes a text apart. */
    public static OwnWords of(String text) {
        List<String> lines = text.lines().toList();
        int quoted = quotedFrom(lines);
        int signature = signatureFrom(lines.subList(0, quoted));
        String own = join(lines, 0, signature);
        if (own.isBlank()
                && signature < quoted
                && !join(lines, quoted, lines.size()).isBlank()) {
            own = join(lines, 0, quoted);
            return new OwnWords(own, "", join(lines, quoted, lines.size()));
        }
        if (own.isBlank()) {
            return new OwnWords(text, "", "");
        }
        return new OwnWords(own, join(lines, signature, quoted), join(lines, quoted, lines.size()));
    }

    /** Whether a paragraph is, or begins with, the header that programs write above an older message. */
    public static boolean headsQuotation(String paragraph) {
        return HEADER.matcher(paragraph).matches()
                || ORIGINAL.matcher(paragraph).matches();
    }

    /** Whether a paragraph is the line that announces a quotation. */
    public static boolean announcesQuotation(String paragraph) {
        return paragraph.length() < 400 && announces(paragraph);
    }

    private static int quotedFrom(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (FORWARDED.matcher(lines.get(i)).matches()) {
                return lines.size();
            }
            if (startsOlder(lines, i)) {
                return i;
            }
        }
        int from = signedBelow(lines);
        while (from > 0 && (isQuoted(lines.get(from - 1)) || lines.get(from - 1).isBlank())) {
            from--;
        }
        boolean any = lines.subList(from, lines.size()).stream().anyMatch(OwnWords::isQuoted);
        return any ? announcement(lines, from) : lines.size();
    }

    /** Some programs leave the signature below what they quote: it is folded away with that. */
    private static int signedBelow(List<String> lines) {
        for (int i = lines.size() - 1; i > 0 && i >= lines.size() - LONGEST_SIGNATURE; i--) {
            if (lines.get(i).stripTrailing().equals("--")) {
                int above = i - 1;
                while (above > 0 && lines.get(above).isBlank()) {
                    above--;
                }
                return isQuoted(lines.get(above)) ? above + 1 : lines.size();
            }
        }
        return lines.size();
    }

    private static boolean startsOlder(List<String> lines, int at) {
        String line = lines.get(at);
        if (ORIGINAL.matcher(line).matches()) {
            return spoken(lines, at + 1);
        }
        if (REPLY_ABOVE.matcher(line).matches() || announcesWhole(lines, at)) {
            return spoken(lines.subList(0, at), 0) && spoken(lines, at + 1);
        }
        if (RULE.matcher(line).matches() || BARE_ORIGINAL.matcher(line).matches()) {
            int next = nextSpoken(lines, at + 1);
            return next < lines.size() && header(lines, next);
        }
        return header(lines, at);
    }

    /** An author, when it was sent and something else, in lines below each other. */
    private static boolean header(List<String> lines, int at) {
        if (!AUTHOR_LINE.matcher(lines.get(at)).matches()) {
            return false;
        }
        List<String> below = lines.subList(at + 1, Math.min(lines.size(), at + 8)).stream()
                .filter(line -> !line.isBlank())
                .toList();
        boolean sent = below.stream()
                .limit(LONGEST_ANNOUNCEMENT)
                .anyMatch(line -> SENT_LINE.matcher(line).matches());
        boolean other = below.stream()
                .limit(LONGEST_ANNOUNCEMENT + 1)
                .anyMatch(line -> OTHER_LINE.matcher(line).matches());
        return sent && other
                || HEADER.matcher(lines.get(at) + " "
                                        + String.join(
                                                " ", below.stream().limit(2).toList()))
                                .matches()
                        && RULE.matcher(at == 0 ? "" : lines.get(at - 1)).matches();
    }

    /** Who wrote, with a day, a time and an address, in a line of its own; below it nothing is marked, as Yahoo does. */
    private static boolean announcesWhole(List<String> lines, int at) {
        String line = lines.get(at);
        return line.length() <= LONGEST_LINE
                && WHEN_AND_WHO.matcher(line).matches()
                && LEAD.matcher(line).matches()
                && WROTE.matcher(line).find()
                && at + 1 < lines.size()
                && lines.subList(at + 1, lines.size()).stream().noneMatch(OwnWords::isQuoted);
    }

    private static boolean spoken(List<String> lines, int from) {
        return nextSpoken(lines, from) < lines.size();
    }

    private static int nextSpoken(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith("|") && line.length() > 1 && line.charAt(1) == ' ';
    }

    /** The line above the quotation, which may have been broken into several. */
    private static int announcement(List<String> lines, int quotation) {
        int end = quotation;
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        for (int from = end - 1; from >= 0 && from >= end - LONGEST_ANNOUNCEMENT; from--) {
            if (lines.get(from).isBlank()) {
                break;
            }
            String joined = String.join(" ", lines.subList(from, end));
            boolean begins = LEAD.matcher(lines.get(from)).matches()
                    || (from == 0 || lines.get(from - 1).isBlank())
                            && WHEN_AND_WHO.matcher(joined).matches();
            if (announces(joined) && (from == end - 1 || begins)) {
                return widest(lines, from, end);
            }
        }
        boolean colon = end > 0 && end == quotation && lines.get(end - 1).matches(".{3,200}:\\s*");
        return colon ? end - 1 : quotation;
    }

    /** The announcement may begin above the line that already reads like one. */
    private static int widest(List<String> lines, int from, int end) {
        for (int at = from - 1; at >= Math.max(0, end - LONGEST_ANNOUNCEMENT); at--) {
            if (lines.get(at).isBlank()) {
                break;
            }
            if (LEAD.matcher(lines.get(at)).matches() && lines.get(at).matches(".*\\p{Nd}.*")) {
                return at;
            }
        }
        return from;
    }

    private static boolean announces(String line) {
        return line.length() <= LONGEST_LINE
                && (WROTE.matcher(line).find() || DATED.matcher(line).matches());
    }

    private static int signatureFrom(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        int device = end;
        while (device > 0
                && (DEVICE.matcher(lines.get(device - 1)).matches()
                        || device < end && lines.get(device - 1).isBlank())) {
            device--;
        }
        for (int i = device - 1; i >= Math.max(0, device - LONGEST_SIGNATURE); i--) {
            String line = lines.get(i).stripTrailing();
            if (line.equals("--") || line.equals("—") || line.equals("__")) {
                return i;
            }
        }
        return device < end ? device : lines.size();
    }

    private static String join(List<String> lines, int from, int to) {
        String words = String.join("\n", lines.subList(from, to)).stripTrailing();
        return words.replaceFirst("^\n+", "");
    }
}
