package org.pilet.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pilet.platform.Settings;

/** HMAC-SHA256 under the installation's secret, with a separate key for each use. */
@ApplicationScoped
class Signer {

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private Settings settings;

    private byte[] secret;

    @PostConstruct
    void readSecret() {
        String text = settings.environment("pilet.secret", "");
        if (text.length() < 32) {
            throw new IllegalStateException("Set pilet.secret (environment PILET_SECRET) to at least 32 random"
                    + " characters; links and reply tokens are signed with it");
        }
        secret = text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] hmac(String use, byte[] data) {
        return mac(mac(secret, use.getBytes(StandardCharsets.UTF_8)), data);
    }

    boolean matches(String use, byte[] data, byte[] signature) {
        return MessageDigest.isEqual(hmac(use, data), signature);
    }

    private static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
