package org.pilet.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106) with its cost and its salt, written as
 * {@code $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>}, both in Base64 without padding, as the reference
 * implementation does.
 */
record Argon2Hash(int kibibytes, int passes, int lanes, byte[] salt, byte[] hash) {

    private static final int BYTES = 32;
    private static final Pattern WRITTEN =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,4}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

    /** With a new salt. */
    static Argon2Hash of(String password, int kibibytes, int passes, int lanes) {
        byte[] salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        return new Argon2Hash(
                kibibytes, passes, lanes, salt, hash(password, kibibytes, passes, lanes, salt, new byte[BYTES]));
    }

    /** @throws IllegalArgumentException if it is written in another way */
    static Argon2Hash parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No Argon2id hash");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                base64.decode(parts.group(4)),
                base64.decode(parts.group(5)));
    }

    /** Takes as long whether it matches or not. */
    boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(password, kibibytes, passes, lanes, salt, new byte[hash.length]));
    }

    String written() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    private static byte[] hash(String password, int kibibytes, int passes, int lanes, byte[] salt, byte[] hash) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        argon2.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
