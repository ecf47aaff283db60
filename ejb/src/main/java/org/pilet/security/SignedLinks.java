package org.pilet.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
        return genuine(purpose, token)
                .filter(payload -> clock.now().isBefore(payload.expiresAt()))
                .map(Payload::subject)
                .orElseThrow(LinkExpired::new);
    }

    /** The subject of a token made for this purpose, however old; empty when it is forged or foreign. */
    Optional<String> evenIfOld(String purpose, String token) {
        return genuine(purpose, token).map(Payload::subject);
    }

    private record Payload(Instant expiresAt, String purpose, String subject) {}

    private Optional<Payload> genuine(String purpose, String token) {
        try {
            int dot = token.indexOf('.');
            byte[] payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!signer.matches("link", payload, signature)) {
                return Optional.empty();
            }
            String[] parts = new String(payload, StandardCharsets.UTF_8).split("\\|", 3);
            return Optional.of(new Payload(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1], parts[2]))
                    .filter(found -> found.purpose().equals(purpose));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
