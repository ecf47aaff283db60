package org.pilet.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Bearer tokens for the API: they act as the person who made them, within their scopes. Only a hash is kept. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
public class ApiTokens {

    /** {@code mail:inject} is for mail servers that pipe mail in; the others are what they say. */
    public static final Set<String> SCOPES =
            Set.of("tickets:read", "tickets:write", "people:read", "jobs:read", "jobs:write", "mail:inject", "admin");

    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final SecureRandom RANDOM = new SecureRandom();

    @EJB
    private Access access;

    @Inject
    private ApiTokenStore store;

    @Inject
    private Clock clock;

    /** Whom the token speaks for; empty when it is unknown, expired, revoked or its account is closed. */
    @PermitAll // this is how an API caller becomes known
    public Optional<TokenIdentity> authenticate(String token) {
        Optional<ApiTokenStore.Found> found = store.find(hash(token), clock.now());
        found.filter(ApiTokenStore.Found::stale)
                .ifPresent(stale -> store.used(stale.identity().tokenId(), clock.now()));
        return found.map(ApiTokenStore.Found::identity);
    }

    /** A new token of the caller's own, shown this once. */
    public String create(String name, Set<String> scopes, Duration validFor) {
        if (name == null || name.isBlank()) {
            throw new InvalidInput("name", "required");
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new InvalidInput("scopes", "unknown", String.join(", ", new TreeSet<>(scopes)));
        }
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(LONGEST_LIFE) > 0) {
            throw new InvalidInput("validFor", "range", 1, LONGEST_LIFE.toDays());
        }
        Caller me = access.me();
        if (me.onlyTicketId() != null) {
            throw new NotFound("token", ""); // whoever holds a link to one ticket must not make it a key to all
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = "pilet_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        store.add(
                me.personId(),
                name.strip(),
                hash(token),
                scopes,
                clock.now(),
                clock.now().plus(validFor));
        return token;
    }

    /** The caller's own tokens, newest first. */
    public List<ApiTokenView> mine() {
        return store.of(access.me().personId());
    }

    /** Refused with {@link NotFound} unless it is the caller's own and still valid. */
    public void revoke(long id) {
        if (store.revoke(id, access.me().personId(), clock.now()) == 0) {
            throw new NotFound("token", id);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
