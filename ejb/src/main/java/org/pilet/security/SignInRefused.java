package org.pilet.security;

import org.pilet.platform.Refusal;

/** Wrong address or password (never said which), or too many attempts. */
public class SignInRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private SignInRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static SignInRefused wrong() {
        return new SignInRefused(Kind.INVALID, "refusal.signIn.wrong");
    }

    static SignInRefused tooMany(long seconds) {
        return new SignInRefused(Kind.THROTTLED, "refusal.signIn.tooMany", seconds);
    }
}
