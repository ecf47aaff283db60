package org.pilet.teamwork;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Access;

/**
 * Lets calendar programs, which cannot sign in, read somebody's tasks under an address that only they know. It is shown
 * once, when it is made; a new one ends the old one, and so does taking it back.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TaskFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 32;

    @EJB
    private Access access;

    @Inject
    private TaskFeedStore store;

    @Inject
    private TaskStore tasks;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Makes the caller's address, and returns it whole: nobody can tell it again. One they had before is no more. */
    public String make() {
        byte[] random = new byte[SECRET];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        store.put(access.me().personId(), hash(secret), clock.now());
        return settings.baseUrl() + "/calendar/" + secret + ".ics";
    }

    /** The caller's, if they have one. */
    public Optional<TaskFeedView> mine() {
        return store.of(access.me().personId());
    }

    /** Takes the caller's address back: what reads under it gets nothing from now on. */
    public void revoke() {
        store.remove(access.me().personId());
    }

    /** Whose address this is, their open tasks as an iCalendar text. Refused with {@link NotFound} when it is nobody's. */
    @PermitAll // whoever knows the secret
    public String read(String secret) {
        long personId = store.reader(hash(String.valueOf(secret))).orElseThrow(() -> new NotFound("page", "calendar"));
        store.used(personId, clock.now());
        return TaskCalendar.of(tasks.openOf(personId), settings.baseUrl(), clock.now());
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
