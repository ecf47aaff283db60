package org.pilet.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.pilet.platform.Clock;

/**
 * Links that prove themselves: purpose, subject and expiry, signed with HMAC-SHA256 under {@code pilet.secret}. Nothing
 * is stored, so they cannot be revoked singly; give them short lives, or a subject that changes once they were used.
 */
@ApplicationScoped
public class SignedLinks {

    @Inject
    private Signer signer;

    @Inject
    private Clock clock;

    /** A URL-safe token for this purpose and subject that expires after {@code validFor}. */
    public String sign(String purpose, String subject, Duration validFor) {
        String payload = clock.now().plus(validFor).getEpochSecond() + "|" + purpose + "|" + subject;
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(bytes) + "." + encoder.encodeToString(signer.hmac("link", bytes));
    }

    /** The subject of a token made for this purpose; refused with {@link LinkExpired} when forged, foreign or old. */
    public String verify(String purpose, String token) {
        try {
            int dot = token.indexOf('.');
            byte[] payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            String[] parts = new String(payload, StandardCharsets.UTF_8).split("\\|", 3);
            boolean valid = signer.matches("link", payload, signature)
                    && parts[1].equals(purpose)
                    && clock.now().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
            if (valid) {
                return parts[2];
            }
        } catch (RuntimeException malformed) {
            throw new LinkExpired();
        }
        throw new LinkExpired();
    }
}
