package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.security.Access;

/** What administrators decide about working together: what opening a ticket does, and how many may be open at a time. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class DeskRules {

    /** Whether agents work on one ticket at a time; their leads are not limited. */
    public static final Setting<Boolean> ONE_AT_A_TIME =
            Setting.flag("desk.oneTicketAtATime", false, "Whether an agent's second ticket opens for reading only");

    /** Whether agents mark tickets only with tags that some ticket has; administrators bring new ones in. */
    public static final Setting<Boolean> ONLY_KNOWN_TAGS =
            Setting.flag("desk.onlyKnownTags", false, "Whether agents may use only tags that some ticket has already");

    /** Whether agents take, of the tickets that are nobody's, only the one that is next; their leads choose. */
    public static final Setting<Boolean> ONLY_THE_NEXT =
            Setting.flag("desk.onlyTheNext", false, "Whether agents take only the ticket that is next for them");

    private static final int LONGEST = 480;
    private static final int MOST = 100;

    @EJB
    private Access access;

    @Inject
    private LockStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Of every active queue, by name. */
    public List<QueueLocking> queues() {
        return store.rules();
    }

    /** Refused with {@link NotFound}, or with {@link InvalidInput} when the minutes are not 0 to 480. */
    public void saveQueue(long queueId, int minutes, boolean assigns) {
        if (minutes < 0 || minutes > LONGEST) {
            throw new InvalidInput("minutes", "range", 0, LONGEST);
        }
        QueueLocking before = store.rule(queueId).orElseThrow(() -> new NotFound("queue", queueId));
        Long me = access.me().personId();
        Instant now = clock.now();
        if (before.minutes() == minutes && before.assigns() == assigns) {
            return;
        }
        store.saveRule(queueId, minutes, assigns, me, now);
        if (before.minutes() != minutes) {
            store.record(now, me, queueId, "LOCK_MINUTES", before.minutes(), minutes);
        }
        if (before.assigns() != assigns) {
            store.record(now, me, queueId, "ASSIGNS_ON_OPENING", before.assigns(), assigns);
        }
    }

    public boolean isOneAtATime() {
        return settings.get(ONE_AT_A_TIME);
    }

    public void saveOneAtATime(boolean one) {
        save(ONE_AT_A_TIME, "ONE_AT_A_TIME", one);
    }

    public boolean isOnlyKnownTags() {
        return settings.get(ONLY_KNOWN_TAGS);
    }

    public void saveOnlyKnownTags(boolean only) {
        save(ONLY_KNOWN_TAGS, "ONLY_KNOWN_TAGS", only);
    }

    public boolean isOnlyTheNext() {
        return settings.get(ONLY_THE_NEXT);
    }

    public void saveOnlyTheNext(boolean only) {
        save(ONLY_THE_NEXT, "ONLY_THE_NEXT", only);
    }

    private void save(Setting<Boolean> setting, String what, boolean value) {
        boolean before = settings.get(setting);
        if (before != value) {
            Long me = access.me().personId();
            settings.set(setting, String.valueOf(value), me);
            store.record(clock.now(), me, null, what, before, value);
        }
    }

    /** What was decided, the last first. */
    public List<DeskRuleChange> history() {
        return store.changes(MOST);
    }
}
