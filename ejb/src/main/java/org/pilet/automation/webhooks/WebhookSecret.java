package org.pilet.automation.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pilet.platform.Settings;

/** What a receiver proves the caller with: derived from the installation's secret, so that no table can leak it. */
@Dependent
class WebhookSecret {

    @Inject
    private Settings settings;

    WebhookSecret() {}

    WebhookSecret(Settings settings) {
        this.settings = settings;
    }

    String of(long webhookId, int round) {
        String secret = settings.environment("pilet.secret", "");
        if (secret.length() < 32) {
            throw new IllegalStateException("Set pilet.secret to at least 32 random characters");
        }
        return hmac(secret, "webhook:" + webhookId + ":" + round);
    }

    /** The header's value: when it was signed, and the HMAC-SHA256 of that instant, a full stop and the body. */
    static String signature(String secret, long epochSeconds, String body) {
        return "t=" + epochSeconds + ",v1=" + hmac(secret, epochSeconds + "." + body);
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
