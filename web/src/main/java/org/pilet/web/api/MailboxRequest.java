package org.pilet.web.api;

import java.util.List;
import org.pilet.channels.mail.Fetching;
import org.pilet.channels.mail.MailboxSettings;
import org.pilet.channels.mail.Threading;
import org.pilet.channels.mail.TokenAccess;
import org.pilet.platform.InvalidInput;

/**
 * A mailbox as it is to be.
 *
 * @param password goes in and never comes out; null: leave it as it is
 * @param version as it was read; null: overwrite knowingly
 */
public record MailboxRequest(
        String address,
        Long queueId,
        String protocol,
        String host,
        Integer port,
        String security,
        String user,
        String password,
        String folder,
        String doneFolder,
        Long largest,
        Boolean plusAddresses,
        Boolean active,
        List<String> aliases,
        ThreadingRequest threading,
        Boolean archive,
        TokenRequest tokens,
        FetchingRequest fetching,
        Integer version) {

    private static final long LARGEST = 25L * 1024 * 1024;

    /** By what the ticket of a mail is found; what is left out is as usual. */
    public record ThreadingRequest(
            Boolean address, Boolean headers, Boolean subject, Boolean body, Boolean attachments, String strangers) {

        Threading threading() {
            Threading.Strangers who = Input.choice("threading.strangers", Threading.Strangers.class, strangers);
            Threading usual = Threading.USUAL;
            return new Threading(
                    or(address, usual.address()),
                    or(headers, usual.headers()),
                    or(subject, usual.subject()),
                    or(body, usual.body()),
                    or(attachments, usual.attachments()),
                    who == null ? usual.strangers() : who);
        }
    }

    /** How to get in with a provider's tokens; the password is then the refresh token. */
    public record TokenRequest(String url, String clientId, String clientSecret, String scope) {}

    /** How it is fetched; what is left out is as usual. */
    public record FetchingRequest(Boolean leaveOnServer, Boolean idle, Integer pollSeconds) {

        Fetching fetching() {
            Fetching usual = Fetching.USUAL;
            return new Fetching(
                    or(leaveOnServer, usual.leaveOnServer()),
                    or(idle, usual.idle()),
                    pollSeconds == null ? usual.pollSeconds() : pollSeconds);
        }
    }

    MailboxSettings settings(Long id) {
        if (aliases != null && aliases.contains(null)) {
            throw new InvalidInput("aliases", "malformed", "null");
        }
        return new MailboxSettings(
                id,
                address,
                Input.required("queueId", queueId),
                protocol == null ? "IMAP" : protocol,
                host,
                port,
                security == null ? "TLS" : security,
                user,
                password,
                folder,
                doneFolder,
                largest == null ? LARGEST : largest,
                or(plusAddresses, true),
                or(active, true),
                aliases,
                threading == null ? null : threading.threading(),
                or(archive, false),
                tokens == null
                        ? null
                        : new TokenAccess(tokens.url(), tokens.clientId(), tokens.clientSecret(), tokens.scope()),
                fetching == null ? null : fetching.fetching(),
                version);
    }

    private static boolean or(Boolean value, boolean usual) {
        return value == null ? usual : value;
    }
}
