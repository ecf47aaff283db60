package org.pilet.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short signed tokens that name a ticket in mail: in the Reply-To plus-address and in Message-ID. Lower-case letters,
 * digits and one hyphen only, since mail systems change case; 80 bits of HMAC-SHA256.
 */
@ApplicationScoped
public class ReplyTokens {

    private static final Pattern FORM = Pattern.compile("t([0-9a-z]{1,13})-([0-9a-z]{1,16})");

    @Inject
    private Signer signer;

    /** For example {@code t3f-1x9…}. */
    public String tokenFor(long ticketId) {
        return "t" + Long.toString(ticketId, Character.MAX_RADIX) + "-" + seal(ticketId);
    }

    /** The ticket that the token names, or empty when it is malformed or not signed by us. */
    public OptionalLong ticketOf(String token) {
        Matcher form = FORM.matcher(token.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        try {
            long ticketId = Long.parseLong(form.group(1), Character.MAX_RADIX);
            boolean genuine = MessageDigest.isEqual(
                    seal(ticketId).getBytes(StandardCharsets.US_ASCII),
                    form.group(2).getBytes(StandardCharsets.US_ASCII));
            return genuine ? OptionalLong.of(ticketId) : OptionalLong.empty();
        } catch (NumberFormatException tooLong) {
            return OptionalLong.empty();
        }
    }

    private String seal(long ticketId) {
        byte[] full = signer.hmac("reply", Long.toString(ticketId).getBytes(StandardCharsets.US_ASCII));
        return new BigInteger(1, Arrays.copyOf(full, 10)).toString(Character.MAX_RADIX);
    }
}
