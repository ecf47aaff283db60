package org.pilet.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.UUID;

/** API tokens for tests, put where a person's own would stand. */
final class Tokens {

    private Tokens() {}

    /** A new token of the person with this address, valid for an hour. */
    static String of(String email, String... scopes) {
        String token = "pilet_" + UUID.randomUUID();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            Rows.update(
                    "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) select"
                            + " nextval('api_token_seq'), id, 'test', ?, ?, now(), now() + interval '1 hour' from person"
                            + " where email = ?",
                    hash,
                    String.join(",", scopes),
                    email);
            return token;
        } catch (GeneralSecurityException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
