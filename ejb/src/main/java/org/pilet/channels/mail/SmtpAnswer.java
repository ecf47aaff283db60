package org.pilet.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.util.MailConnectException;

/** What a sending server's refusal means: the words of the failure start with its reply code (RFC 5321). */
final class SmtpAnswer {

    private static final Pattern CODE = Pattern.compile("(?:^|\\s|:)([45])\\d\\d[ -]");
    private static final int DEEPEST = 20;

    private SmtpAnswer() {}

    /** True if a code in the 500s came and none in the 400s, or an address is none at all. */
    static boolean isFinal(MessagingException failure) {
        boolean permanent = false;
        for (Exception each : chain(failure)) {
            if (each instanceof AddressException) {
                return true;
            }
            Matcher code = CODE.matcher(String.valueOf(each.getMessage()));
            if (code.find()) {
                if (code.group(1).equals("4")) {
                    return false;
                }
                permanent = true;
            }
        }
        return permanent;
    }

    /** True if it is no answer to this mail: the server did not answer at all, or closes down (421). */
    static boolean isAboutServer(MessagingException failure) {
        boolean answered = false;
        for (Exception each : chain(failure)) {
            if (each instanceof AddressException) {
                return false;
            }
            String words = String.valueOf(each.getMessage());
            Matcher code = CODE.matcher(words);
            if (code.find()) {
                if (words.startsWith("421", code.start(1))) {
                    return true;
                }
                answered = true;
            }
        }
        return !answered && chain(failure).stream().anyMatch(SmtpAnswer::isConnection);
    }

    private static boolean isConnection(Exception each) {
        return each instanceof MailConnectException
                || each instanceof SocketException
                || each instanceof SocketTimeoutException
                || each instanceof UnknownHostException; // not just any failure to read: that may be an attachment
    }

    /** The server's words, for the message's page. */
    static String words(MessagingException failure) {
        String words = chain(failure).stream()
                .map(each -> String.valueOf(each.getMessage()).strip())
                .distinct()
                .collect(Collectors.joining("; "));
        return words.length() > 500 ? words.substring(0, 500) : words;
    }

    private static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        Exception next = failure;
        while (next != null && chain.size() < DEEPEST) {
            chain.add(next);
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return chain;
    }
}
