package org.pilet.channels.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Why a mail server could not be used, as far as that can be told; pages say each in words and what to do about it. */
public enum MailTrouble {
    /** The server is not who it says it is, as far as can be seen: its certificate is not trusted, not its own, or too old. */
    CERTIFICATE,
    /** No encrypted connection came about, though one is asked for. */
    ENCRYPTION,
    /** The provider gives no access token for the refresh token. */
    TOKEN,
    /** The server refuses the user, the password or the access token. */
    SIGN_IN,
    /** There is no such server, or nobody answers at that port. */
    UNREACHABLE,
    /** It was reached and said nothing in time. */
    SILENT,
    /** There is no such folder in the mailbox. */
    FOLDER,
    /** Anything else; the words of the server have to do. */
    OTHER;

    private static final Pattern CHALLENGE = Pattern.compile("^(?:334|\\+) (eyJ[A-Za-z0-9+/]{4,}={0,2})$");
    private static final int DEEPEST = 20;
    private static final int LONGEST = 500;

    static MailTrouble of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (any(chain, CertificateException.class) || any(chain, SSLPeerUnverifiedException.class)) {
            return CERTIFICATE;
        }
        if (any(chain, SSLException.class) || chain.stream().anyMatch(MailTrouble::lacksEncryption)) {
            return ENCRYPTION;
        }
        if (any(chain, NoAccessToken.class)) {
            return TOKEN;
        }
        if (any(chain, AuthenticationFailedException.class)) {
            return SIGN_IN;
        }
        if (any(chain, SocketTimeoutException.class)) {
            return SILENT;
        }
        if (any(chain, MailConnectException.class)
                || any(chain, ConnectException.class)
                || any(chain, NoRouteToHostException.class)
                || any(chain, UnknownHostException.class)) {
            return UNREACHABLE;
        }
        return any(chain, FolderNotFoundException.class) ? FOLDER : OTHER;
    }

    /** All that was said about it, the nearest first, each once. */
    static String words(Throwable failure) {
        String words = chain(failure).stream()
                .map(each -> each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage())
                .map(said -> told(said.replaceAll("\\s+", " ").strip()))
                .distinct()
                .collect(Collectors.joining("; "));
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    /** What is wrong with an access token is told in a challenge, in base64 (XOAUTH2). */
    private static String told(String said) {
        Matcher challenge = CHALLENGE.matcher(said);
        if (!challenge.find()) {
            return said;
        }
        try {
            return new String(Base64.getDecoder().decode(challenge.group(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException other) {
            return said;
        }
    }

    private static boolean lacksEncryption(Throwable each) {
        String words = String.valueOf(each.getMessage());
        return words.contains("STARTTLS") || words.contains("Server is not trusted");
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each); // Jakarta Mail's next exception is its cause
        }
        return chain;
    }
}
