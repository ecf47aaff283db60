package org.pilet.channels.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * The mailboxes of an address header: comments, groups and quoted names understood; display names are decoded only after
 * the header was taken apart, so an encoded comma or angle bracket stays part of a name. Semicolons separate as commas
 * do, and of what no standard allows the address in angle brackets is what counts.
 */
final class AddressHeader {

    /** Stands for the start of an encoded word while the header is taken apart, lest anything decodes it too early. */
    private static final String VEILED = "=\u0001";

    /** A whole encoded word; within it nothing separates addresses, though some programs leave commas unencoded. */
    private static final Pattern ENCODED = Pattern.compile("=\\?[^?\\s]{1,60}\\?[BbQq]\\?[^?\\s\"<>]{0,1000}\\?=");

    private static final Pattern HIDDEN = Pattern.compile("\uE000(\\d{1,6})\uE001");
    private static final Pattern SQUARE =
            Pattern.compile("(.*?)\\[\\s*(?:mailto:)?([^\\s\\[\\]<>@]{1,64}@[^\\s\\[\\]<>@]{1,190})\\s*]\\s*");

    private static final Pattern ANGLE = Pattern.compile("<+\\s*+([^<>]*)>*\\s*\\z|<+\\s*+([^<>]*)>[^<>]*\\z");
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s<>@,;:\"()]+@[^\\s<>@,;:\"()]+");
    private static final int MOST = 2000;

    private AddressHeader() {}

    static List<MailAddress> parse(String raw) {
        List<String> words = new ArrayList<>();
        String bare = HeaderText.eightBit(raw.replace('\u0001', ' ')).replace('\uE000', ' ');
        String text = ENCODED.matcher(bare)
                .replaceAll(found -> {
                    words.add(found.group());
                    return "\uE000" + (words.size() - 1) + "\uE001";
                })
                .replace("=?", VEILED)
                .replaceAll("(?i)(<\\s*|^\\s*)mailto:", "$1");
        List<MailAddress> found = new ArrayList<>();
        for (String mailbox : split(text)) {
            if (found.size() < MOST) {
                one(mailbox, words).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** At commas and semicolons, unless they stand in quotes, comments or angle brackets; quotes left open are none. */
    private static List<String> split(String text) {
        List<String> strict = split(text, true);
        return strict == null ? split(text, false) : strict;
    }

    private static List<String> split(String text, boolean nested) {
        List<String> found = new ArrayList<>();
        boolean quoted = false;
        int comments = 0;
        boolean angle = false;
        int start = 0;
        int closing = text.lastIndexOf('>');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (nested && c == '\\') {
                i++;
            } else if (nested && c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (quoted) {
                continue;
            } else if (nested && c == '(') {
                comments++;
            } else if (c == ')' && comments > 0) {
                comments--;
            } else if (comments == 0 && (c == '<' || c == '>')) {
                angle = nested && c == '<' && i < closing;
            } else if (comments == 0 && !angle && (c == ',' || c == ';')) {
                found.add(text.substring(start, i));
                start = i + 1;
            }
        }
        found.add(text.substring(start));
        return nested && (quoted || comments > 0) ? null : found;
    }

    private static List<MailAddress> one(String text, List<String> words) {
        if (text.isBlank()) {
            return List.of();
        }
        Matcher square = text.length() < 1000 ? SQUARE.matcher(text) : null;
        if (square != null && square.matches()) {
            return List.of(address(square.group(1), square.group(2), words));
        }
        List<MailAddress> found = new ArrayList<>();
        String comment = comment(text);
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, text);
        for (Mailbox mailbox : LenientAddressParser.DEFAULT
                .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                .flatten()) {
            if (mailbox.getLocalPart() != null && mailbox.getDomain() != null) {
                String name = mailbox.getName() == null ? "" : mailbox.getName();
                found.add(address(
                        name.isBlank() ? comment : name, mailbox.getLocalPart() + "@" + mailbox.getDomain(), words));
            }
        }
        boolean usable = !found.isEmpty() && found.stream().allMatch(MailAddress::usable);
        return usable ? found : bracketed(text, words).map(List::of).orElse(found);
    }

    /** What no standard allows: the last thing in angle brackets is the address, what stands before it the name. */
    private static Optional<MailAddress> bracketed(String text, List<String> words) {
        Matcher angle = ANGLE.matcher(text);
        if (!angle.find()) {
            return Optional.empty();
        }
        String inner = angle.group(1) == null ? angle.group(2) : angle.group(1);
        String address = inner.replaceAll("^[\\s'\"]+|[\\s'\"]+$", "");
        return PLAUSIBLE.matcher(address).matches()
                ? Optional.of(address(text.substring(0, angle.start()).replace("\"", ""), address, words))
                : Optional.empty();
    }

    private static MailAddress address(String name, String address, List<String> words) {
        String plain = HeaderText.printable(unveiled(address, words));
        return new MailAddress(unquoted(HeaderText.words(unveiled(name, words))), unquoted(plain));
    }

    private static String unveiled(String text, List<String> words) {
        return HIDDEN.matcher(text)
                .replaceAll(found -> {
                    int place = Integer.parseInt(found.group(1));
                    return Matcher.quoteReplacement(place < words.size() ? words.get(place) : "");
                })
                .replace(VEILED, "=?");
    }

    /** Some programs quote with apostrophes. */
    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 2 && bare.startsWith("'") && bare.endsWith("'")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    /** Before there were display names, a comment named the person. */
    private static String comment(String text) {
        String name = "";
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            name = comment.group(1);
        }
        return name;
    }
}
