package org.pilet.channels.mail;

import java.io.Serializable;

/**
 * How a mailbox is opened with a provider's tokens (OAuth 2.0, RFC 6749 section 6) instead of a password. The mailbox's
 * password is then the refresh token.
 *
 * @param url the provider's token endpoint
 * @param clientId under which the provider knows this installation
 * @param clientSecret goes in and never comes out; null where there is none, or to leave it as it is
 * @param scope what to ask for, or null for what the refresh token stands for
 */
public record TokenAccess(String url, String clientId, String clientSecret, String scope) implements Serializable {

    @Override
    public String toString() {
        return "tokens of " + clientId + " from " + url;
    }
}
