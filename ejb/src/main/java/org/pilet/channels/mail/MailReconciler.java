package org.pilet.channels.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/**
 * Compares what servers have handed over with what exists here (features A1.14). Both sides are looked at anew: what IMAP
 * servers have marked as taken, and what became of each mail of the log, judged by the messages, quarantine items and
 * notices themselves.
 */
@Stateless
@PermitAll // started by the batch runtime; only counts
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // talks to the network
public class MailReconciler {

    static final Setting<Integer> DAYS = Setting.number(
            "mail.reconciliation.days", 3, 1, 90, "So many days back mail is compared with what servers handed over");

    private static final Duration TIME_TO_DECIDE = Duration.ofMinutes(15);

    @Inject
    private MailReconciliationStore store;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private ServerMarks marks;

    @EJB
    private MailReconciliations kept;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Compares, keeps what it found, and returns it. */
    public MailReconciliationView reconcile() {
        Instant now = clock.now();
        Instant since = now.minus(Duration.ofDays(settings.get(DAYS)));
        Instant fresh = now.minus(TIME_TO_DECIDE);
        List<String> unreachable = new ArrayList<>();
        List<MailReconciliationLine> lines = new ArrayList<>(neverTaken(since, unreachable));
        long strangers = lines.size();
        lines.addAll(store.astray(since, fresh));
        Map<String, Long> ends = store.ends(since, fresh);
        long taken = ends.values().stream().mapToLong(Long::longValue).sum();
        return kept.keep(new MailReconciliationView(
                0,
                since,
                now,
                taken + strangers,
                ends.getOrDefault("ON_TICKET", 0L),
                ends.getOrDefault("QUARANTINED", 0L),
                ends.getOrDefault("REFUSED", 0L),
                ends.getOrDefault("OWN", 0L),
                ends.getOrDefault("WAITING", 0L),
                lines.size(),
                unreachable.isEmpty() ? null : String.join("; ", unreachable),
                lines));
    }

    private List<MailReconciliationLine> neverTaken(Instant since, List<String> unreachable) {
        List<MailReconciliationLine> lines = new ArrayList<>();
        for (MailboxView box : mailboxes.active()) {
            if (box.protocol().equals("IMAP")) {
                try {
                    lines.addAll(marks.neverTaken(box, since));
                } catch (MessagingException | IOException silent) {
                    unreachable.add(box.address() + ": " + silent.getMessage());
                }
            }
        }
        return lines;
    }
}
