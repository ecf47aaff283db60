package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.pilet.platform.Settings;

/**
 * Mailbox passwords at rest: AES-256-GCM under a key derived from {@code pilet.secret}, bound to the mailbox's address so
 * that a sealed password cannot be moved to another row. Who changes the secret enters the passwords anew.
 */
@ApplicationScoped
class SealedPassword {

    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    @Inject
    private Settings settings;

    private final SecureRandom random = new SecureRandom();

    SealedPassword() {}

    SealedPassword(Settings settings) {
        this.settings = settings;
    }

    byte[] seal(String address, String password) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, address, nonce, password.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(FORM)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(String address, byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        if (bytes.get() != FORM) {
            throw new IllegalStateException("The password of " + address + " is sealed in an unknown form");
        }
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, address, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String address, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(address.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The password of mailbox " + address + " was sealed under another pilet.secret: enter it anew", e);
        }
    }

    private byte[] key() throws GeneralSecurityException {
        String secret = settings.environment("pilet.secret", "");
        if (secret.length() < 32) {
            throw new IllegalStateException("Set pilet.secret to at least 32 random characters");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal("mailbox-password".getBytes(StandardCharsets.UTF_8));
    }
}
