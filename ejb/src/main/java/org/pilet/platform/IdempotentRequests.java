package org.pilet.platform;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Does what a caller asks for once, however often they ask: programs repeat a request when its answer got lost. The key
 * and what was done are one transaction, so that a crash leaves both or neither, and of two at the same moment the second
 * waits for the first one's answer.
 */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
public class IdempotentRequests {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofDays(7);

    @Resource
    private SessionContext context;

    @Inject
    private IdempotentRequestStore store;

    @Inject
    private Clock clock;

    /**
     * Carries the work out, or returns what was answered when the caller sent the same request under this key before
     * (within a week). Refused with {@link InvalidInput} when the key is not 1 to 200 visible ASCII characters, with
     * {@link IdempotencyKeyReused} when it came with another request. When the work is refused, the key stays free.
     *
     * @param request what tells this request from others: method, path and content
     */
    public IdempotentAnswer once(String key, String request, Supplier<IdempotentAnswer> work) {
        if (!FORM.matcher(key).matches()) {
            throw new InvalidInput("Idempotency-Key", "malformed", key.length() > 200 ? key.substring(0, 200) : key);
        }
        long callerId = Long.parseLong(context.getCallerPrincipal().getName());
        byte[] fingerprint = fingerprint(request);
        if (store.claim(callerId, key, fingerprint, clock.now())) {
            IdempotentAnswer answer = work.get();
            store.answered(callerId, key, answer);
            return answer;
        }
        IdempotentRequestStore.Known known = store.find(callerId, key);
        if (!Arrays.equals(known.fingerprint(), fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        return known.answer();
    }

    @Schedule(hour = "3", minute = "17", persistent = false) // on every node: the second finds nothing left
    public void forget() {
        store.forget(clock.now().minus(KEPT));
    }

    private static byte[] fingerprint(String request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
