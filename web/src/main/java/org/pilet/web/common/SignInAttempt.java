package org.pilet.web.common;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** An address and a password, and where they came from, because guessing is throttled by both. */
public class SignInAttempt extends UsernamePasswordCredential {

    private final String remoteAddress;

    public SignInAttempt(String email, String password, String remoteAddress) {
        super(email, password);
        this.remoteAddress = remoteAddress;
    }

    public String remoteAddress() {
        return remoteAddress;
    }
}
