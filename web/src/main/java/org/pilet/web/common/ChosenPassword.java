package org.pilet.web.common;

import jakarta.security.enterprise.credential.Credential;

/** The link that somebody was sent to choose a password, and the password they chose: both together sign them in. */
public record ChosenPassword(String token, String password) implements Credential {

    @Override
    public String toString() {
        return "ChosenPassword"; // never into a log
    }
}
