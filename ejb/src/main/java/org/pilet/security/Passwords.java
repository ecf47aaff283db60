package org.pilet.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import org.pilet.platform.InvalidInput;

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet); at least 10 characters. */
@ApplicationScoped
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19456, 2, 1, 32, Argon2.ID);

    /** What an unknown address is checked against, so that it takes as long as a known one. */
    private static final String NOBODY = Password.hash("nobody has this password")
            .addRandomSalt()
            .with(ARGON2)
            .getResult();

    String hash(String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidInput("password", "passwordLength", SHORTEST, LONGEST);
        }
        return Password.hash(password).addRandomSalt().with(ARGON2).getResult();
    }

    boolean matches(String password, String hash) {
        boolean usable = hash != null && password != null && password.length() <= LONGEST;
        boolean same = Password.check(usable ? password : "-", usable ? hash : NOBODY)
                .with(usable ? Argon2Function.getInstanceFromHash(hash) : ARGON2);
        return usable && same;
    }
}
