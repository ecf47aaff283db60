package org.pilet.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.pilet.platform.InvalidInput;

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet); at least 10 characters. */
@ApplicationScoped
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;

    /** What an unknown address is checked against, so that it takes as long as a known one. */
    private static final Argon2Hash NOBODY = argon2("nobody has this password");

    String hash(String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidInput("password", "passwordLength", SHORTEST, LONGEST);
        }
        return argon2(password).written();
    }

    boolean matches(String password, String hash) {
        boolean usable = hash != null && password != null && password.length() <= LONGEST;
        boolean same = (usable ? Argon2Hash.parse(hash) : NOBODY).matches(usable ? password : "-");
        return usable && same;
    }

    private static Argon2Hash argon2(String password) {
        return Argon2Hash.of(password, KIBIBYTES, PASSES, LANES);
    }
}
