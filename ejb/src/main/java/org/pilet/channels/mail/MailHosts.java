package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/**
 * Sees to it that no server is bothered more than it likes: one that cannot be reached is left alone for a growing time,
 * after which a single mail tries; and the recipients of one domain get only so many mails a minute. All nodes together.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class MailHosts {

    static final Setting<Integer> MOST = Setting.number(
            "mail.domain.minute",
            300,
            0,
            100_000,
            "At most so many mails for addresses of one domain are handed over within a minute; 0: no limit");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Who tries whether a server is back, has so long to find out before somebody else may. */
    private static final Duration TRIAL = Duration.ofMinutes(1);

    @Inject
    private MailHostStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Those that are in trouble or were given mail within a day; the troubled ones first. */
    public List<MailHostView> all() {
        return store.lively(clock.now());
    }

    /** Empty if a mail may go now, which is then counted; otherwise when to ask again. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // held for no longer than the question takes
    public Optional<Instant> notBefore(String server, Set<String> domains) {
        Instant now = clock.now();
        Set<String> all = new HashSet<>(domains);
        all.add(server);
        int most = settings.get(MOST);
        boolean tries = false;
        Instant wait = null;
        for (MailHostStore.Host host : store.lock(all, now)) {
            if (host.name().equals(server)) {
                tries = host.failures() > 0;
                wait = later(
                        wait,
                        host.pausedUntil() != null && host.pausedUntil().isAfter(now) ? host.pausedUntil() : null);
            } else if (most > 0 && host.sent() >= most) {
                wait = later(wait, host.windowStart().plus(MailHostStore.WINDOW));
            }
        }
        if (wait == null) {
            store.count(all, now);
            if (tries) {
                store.pause(server, now.plus(TRIAL));
            }
        }
        return Optional.ofNullable(wait);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** It could not be reached, or said that it does not want to be bothered now; returns until when it is left alone. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Instant failed(String server, MailTrouble trouble, String error) {
        Instant now = clock.now();
        MailHostStore.Host host = store.lock(Set.of(server), now).get(0);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(host.failures(), 10));
        Instant until = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        store.failed(server, trouble, error, until);
        store.forget(now.minus(Duration.ofDays(7)));
        return until;
    }

    /** It has taken a mail, or has looked at one and said no to just that. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void well(String server) {
        store.well(server);
    }

    /** The refresh token to use for a sending server: the latest that came in place of the one in the environment. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String refreshToken(String server, String given) {
        return store.refreshToken(server, given).orElse(given);
    }

    /** The provider gave this one in place of an earlier one, which may hold no more. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refreshed(String server, String given, String refreshToken) {
        store.keepRefreshToken(server, given, refreshToken, clock.now());
    }
}
