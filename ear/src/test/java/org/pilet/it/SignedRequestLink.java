package org.pilet.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The link to one request as our mails carry it, signed here for any moment: also for one that has passed. */
final class SignedRequestLink {

    private SignedRequestLink() {}

    static String path(long personId, long ticketId, Instant expiresAt) {
        byte[] payload =
                (expiresAt.getEpochSecond() + "|request|" + personId + "#" + ticketId).getBytes(StandardCharsets.UTF_8);
        byte[] key =
                hmac(Installation.SECRET.getBytes(StandardCharsets.UTF_8), "link".getBytes(StandardCharsets.UTF_8));
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "/portal/request.xhtml?token=" + encoder.encodeToString(payload) + "."
                + encoder.encodeToString(hmac(key, payload));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
