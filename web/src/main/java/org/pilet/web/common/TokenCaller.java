package org.pilet.web.common;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Set;

/** A program that calls with a token; the API's resources look at its scopes. */
public class TokenCaller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final Set<String> scopes;

    public TokenCaller(long personId, Set<String> scopes) {
        super(String.valueOf(personId));
        this.scopes = Set.copyOf(scopes);
    }

    public Set<String> scopes() {
        return scopes;
    }
}
