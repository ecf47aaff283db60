package org.pilet.web.common;

import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** The secret that a program sends with every request to the API. */
public class BearerToken extends AbstractClearableCredential {

    private String token;

    public BearerToken(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    @Override
    protected void clearCredential() {
        token = null;
    }
}
