package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pilet.channels.mail.MailKeyStore.Kept;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;

/**
 * Tells administrators before a certificate or key ends: thirty days and seven days before, and when it has ended. One that
 * its holder has a longer one beside is let go in silence.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class MailKeyWarnings {

    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    private MailKeyStore store;

    @Inject
    private MailAlerts alerts;

    @Inject
    private Clock clock;

    /** How near the end is. */
    enum Stage {
        SOON,
        WEEK,
        PAST;

        /** Null as long as nobody need see to it. */
        static Stage of(Instant until, Instant now) {
            if (until == null || until.isAfter(now.plus(MailKeyStore.SOON))) {
                return null;
            }
            return !until.isAfter(now) ? PAST : until.isAfter(now.plus(MailKeyWarnings.WEEK)) ? SOON : WEEK;
        }
    }

    /** Tells of all that have come nearer to their end since the last time; returns how many those are. */
    public int warn() {
        Instant now = clock.now();
        List<Kept> all = store.all();
        List<Kept> due = new ArrayList<>();
        for (Kept key : all) {
            Stage stage = Stage.of(key.until(), now);
            if (stage != null && !hasSuccessor(key, all)) {
                if (store.warned(key.id(), stage)) {
                    due.add(key);
                }
            }
        }
        if (!due.isEmpty()) {
            alerts.keysEnd(due, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
        return due.size();
    }

    private static boolean hasSuccessor(Kept key, List<Kept> all) {
        return all.stream()
                .anyMatch(other -> other.id() != key.id()
                        && other.kind() == key.kind()
                        && Objects.equals(other.mailboxId(), key.mailboxId())
                        && !other.revoked()
                        && other.addresses().containsAll(key.addresses())
                        && (!key.addresses().isEmpty() || other.holder().equals(key.holder()))
                        && (other.until() == null || other.until().isAfter(key.until())));
    }
}
