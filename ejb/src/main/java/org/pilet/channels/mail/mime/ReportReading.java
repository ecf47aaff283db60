package org.pilet.channels.mail.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pilet.channels.mail.mime.DeliveryReport.Kind;
import org.pilet.channels.mail.mime.DeliveryReport.Recipient;
import org.pilet.channels.mail.mime.PartTree.Leaf;
import org.pilet.channels.mail.mime.PartTree.Multi;
import org.pilet.channels.mail.mime.PartTree.Node;

/** Sees whether a mail is a server's report and what it says: in parts for programs, or in words only, as older servers do. */
final class ReportReading {

    private static final Set<String> DAEMONS = Set.of(
            "mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon", "mailer_daemon", "mdaemon", "maildaemon");

    /** The name under which Exchange speaks. */
    private static final Pattern EXCHANGE = Pattern.compile("microsoftexchange[0-9a-f]{16,40}");

    private static final Pattern TAG =
            Pattern.compile("^\\s*\\[postmaster]\\s*(?:email\\s+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)^\\W{0,3}(undeliver(ed|able|ed mail)|delivery (status notification|failure|"
                    + "has failed|delayed|notification)|delayed mail|mail delivery (failed|failure|problem|delayed|subsystem)|"
                    + "mail system error|mail could not be delivered|message (undeliverable|could not be delivered|status)|"
                    + "returned mail|failure notice|non-?deliver(able|y)|warning: (message|could not send|mail)|nondeliverable|"
                    + "mail failure|email delivery failure|permanent delivery failure|undeliverable (?:mail|message)|"
                    + "message delivery (?:failed|failure)|delivery problem|kättetoimetamatu|nu s-a putut livra|nelivrat|"
                    + "mesaj nelivrat|تحویل داده نشد|تحویل نشد|غیر قابل تحویل|unzustellbar|zustellung|non remis|échec de la remise|no se puede entregar|não é possível entregar|"
                    + "onbestelbaar|mancato recapito|kézbesíthetetlen|nelivrabil|недоставлен|не удалось доставить|"
                    + "не удается доставить|сообщение не доставлено|kohaletoimetamatu|ei saa kohale toimetada|toimitus epäonnistui)");

    private static final Pattern DELAYED = Pattern.compile(
            "(?iu)\\b(delay(ed)?|warning|will (retry|be retried)|still (being )?"
                    + "(trying|tried|retried)|not yet been delivered|no action is required|will keep trying|temporar(y|ily))\\b");

    /** What a server adds that calls a final no a warning. */
    private static final Pattern FINAL = Pattern.compile(
            "(?i)\\bpermanent(?:ly)? (?:error|failure|failed)|\\bgiven up\\b|\\bno further (?:delivery )?attempts");

    /** Lines that tell whose the mail was, not for whom. */
    private static final Pattern AUTHOR =
            Pattern.compile("(?im)^[>\\s]{0,20}(?:mail )?(?:from|sender|return-path|reply-to)\\s{0,5}[:=].*$");

    /** Above it the server speaks, below it the mail that it sends back. */
    private static final Pattern RETURNED = Pattern.compile("(?im)^(-{2,}.{0,10}(below this line|this is a copy|"
            + "original message|returned message|message header|unsent message|transcript).*|return-path:.*|received:.*|"
            + "message-id:.*|original message headers:.*|reporting-mta:.*)$");

    private static final Pattern NAMED = Pattern.compile(
            "(?m)(?:^\\s{0,8}<?|<)([^\\s<>@,;:\"()\\[\\]]{1,64}@[^\\s<>@,;:\"()\\[\\]]{1,190}\\.[a-zA-Z][\\w-]{1,60})>?");

    private static final Pattern IN_A_SENTENCE = Pattern.compile(
            "(?i)(?:to|address|recipient|user|mailbox|for)[: ]{1,3}<?([^\\s<>@,;:\"()\\[\\]]{1,64}@[^\\s<>@,;:\"()\\[\\]]{1,190}\\.[a-zA-Z]{2,24})");

    private static final Pattern QUOTED_MESSAGE_ID =
            Pattern.compile("(?im)^[>\\s]{0,20}Message-ID:[ \\t]{0,20}<([^<>\\s]{1,990})>");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int LONGEST_WORDS = 1 << 16;

    private ReportReading() {}

    /** Null if the mail is no report. */
    static DeliveryReport of(MailHeaders headers, Node root, String text) {
        List<Leaf> leaves = PartTree.leaves(root);
        Map<String, Leaf> parts = new LinkedHashMap<>();
        leaves.stream()
                .filter(leaf -> leaf.words() != null
                        && MailReading.aboutDelivery(leaf.head().type()))
                .forEach(leaf -> parts.putIfAbsent(kind(leaf.head().type()).name(), leaf));
        boolean framed = root instanceof Multi multi && multi.kind().equals("report");
        String type = headers.raw("Content-Type")
                .map(HeaderText::parameters)
                .map(parameters -> parameters.getOrDefault("report-type", ""))
                .orElse("");
        boolean bare = root instanceof Leaf only
                && MailReading.aboutDelivery(only.head().type());
        boolean named = framed && MailReading.aboutDelivery("x/" + type.toLowerCase(Locale.ROOT));
        if ((framed || bare) && !parts.isEmpty()) {
            Leaf part = parts.values().iterator().next();
            return report(kind(part.head().type()), part, leaves, headers, text);
        }
        if (named) {
            return report(kind(type), null, leaves, headers, text);
        }
        if (spokenByServer(headers)) {
            Leaf part = parts.get(Kind.DELIVERY.name());
            return report(Kind.DELIVERY, part, leaves, headers, text);
        }
        return null;
    }

    private static Kind kind(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.endsWith("disposition-notification")) {
            return Kind.RECEIPT;
        }
        return name.endsWith("feedback-report") ? Kind.COMPLAINT : Kind.DELIVERY;
    }

    private static DeliveryReport report(Kind kind, Leaf part, List<Leaf> leaves, MailHeaders headers, String text) {
        MailHeaders original = leaves.stream()
                .filter(leaf ->
                        leaf.words() != null && MailReading.original(leaf.head().type()))
                .map(leaf -> header(leaf.words()))
                .findFirst()
                .orElseGet(MailHeaders::new);
        MailHeaders told = part == null ? new MailHeaders() : DeliveryReport.fields(part.words());
        String originalId = Stream.of(
                        original.messageIds("Message-ID").stream(),
                        told.messageIds("Original-Message-ID").stream(),
                        headers.messageIds("X-Original-Message-ID").stream(),
                        quotedIds(text))
                .flatMap(ids -> ids)
                .findFirst()
                .orElse(null);
        List<Recipient> recipients = kind == Kind.DELIVERY ? recipients(part, headers, text) : List.of();
        return new DeliveryReport(kind, recipients, originalId, original.messageIds("References"));
    }

    private static List<Recipient> recipients(Leaf part, MailHeaders headers, String text) {
        List<Recipient> told = part == null ? List.of() : DeliveryReport.recipients(part.words());
        return told.isEmpty() ? recipientsInWords(headers, text) : told;
    }

    /** Servers that never heard of RFC 3464: a daemon's name, and a null return path or the customary subject. */
    private static boolean spokenByServer(MailHeaders headers) {
        boolean nullPath = headers.raw("Return-Path").map("<>"::equals).orElse(false);
        boolean named = headers.has("X-Failed-Recipients");
        boolean subject = SUBJECT.matcher(
                        TAG.matcher(headers.first("Subject").orElse("")).replaceFirst(""))
                .find();
        boolean daemon = headers.addresses("From").stream()
                .anyMatch(from -> DAEMONS.contains(from.localPart())
                        || EXCHANGE.matcher(from.localPart()).matches()
                        || from.name().toLowerCase(Locale.ROOT).startsWith("mail delivery s"));
        return daemon && (nullPath || named || subject);
    }

    private static List<Recipient> recipientsInWords(MailHeaders headers, String text) {
        String words = text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text;
        Matcher returned = RETURNED.matcher(words);
        String said = returned.find() && returned.start() > 0 ? words.substring(0, returned.start()) : words;
        boolean delayed = !FINAL.matcher(said).find()
                && (DELAYED.matcher(headers.first("Subject").orElse("")).find()
                        || DELAYED.matcher(said.length() > 1000 ? said.substring(0, 1000) : said)
                                .find());
        Map<String, Recipient> found = new LinkedHashMap<>();
        for (MailAddress failed : headers.addresses("X-Failed-Recipients")) {
            found.put(failed.address(), recipient(failed.address(), false, said, said.indexOf(failed.address())));
        }
        String others = AUTHOR.matcher(said).replaceAll("");
        if (found.isEmpty()) {
            named(others, NAMED, delayed, found);
        }
        if (found.isEmpty()) {
            named(others, IN_A_SENTENCE, delayed, found);
        }
        if (found.size() > 1) { // who is told is hardly the one who could not be reached
            headers.addresses("To").forEach(told -> found.remove(told.address()));
        }
        return new ArrayList<>(found.values());
    }

    private static void named(String said, Pattern pattern, boolean delayed, Map<String, Recipient> found) {
        Matcher named = pattern.matcher(said);
        while (named.find() && found.size() < 50) {
            MailAddress address = new MailAddress("", named.group(1));
            if (!DAEMONS.contains(address.localPart())) {
                found.putIfAbsent(address.address(), recipient(address.address(), delayed, said, named.end()));
            }
        }
    }

    private static Recipient recipient(String address, boolean delayed, String said, int at) {
        int from = Math.max(0, at);
        String reason = said.substring(Math.min(from, said.length()), Math.min(said.length(), from + 400))
                .replaceAll("[>:\\s]+", " ")
                .strip();
        Matcher status = STATUS.matcher(reason);
        return new Recipient(address, delayed ? "delayed" : "failed", status.find() ? status.group(1) : "", reason);
    }

    /** The header of a mail enclosed. */
    static MailHeaders header(String mail) {
        return DeliveryReport.fields(mail.replace("\r\n", "\n").strip().split("\n[ \\t]*\n", 2)[0]);
    }

    private static Stream<String> quotedIds(String text) {
        Matcher matcher = QUOTED_MESSAGE_ID.matcher(text);
        return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
    }
}
