package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pilet.catalog.Categories;
import org.pilet.people.Teams;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;

/**
 * How administrators tend the queues: whose they are, who may read and work them, what their tickets begin with. A new name
 * shows on every ticket; nothing is ever deleted, since tickets stand in it.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class QueueCare {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST = 50;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    @EJB
    private Access access;

    @EJB
    private Teams teams;

    @EJB
    private Categories categories;

    @Inject
    private QueueCareStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<QueueRetired> retired;

    /** All as a tree: each below its parent; among siblings those in use first, then by name. */
    public List<QueueSettings> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public QueueSettings view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("queue", id));
    }

    /** Refused with {@link InvalidInput} when the name or address is missing, too long, malformed or another queue's. */
    public long add(QueueDraft draft) {
        check(draft, null);
        long id = store.add(draft);
        store.rights(id, rights(draft));
        record(id, "ADDED", null, draft.name());
        return id;
    }

    /** Refused as {@link #add} is, and with {@link QueueRefused} when somebody has changed the queue meanwhile. */
    public void change(long id, QueueDraft draft) {
        QueueSettings before = view(id);
        check(draft, id);
        if (!store.change(id, draft)) {
            throw QueueRefused.changed(before.queue().name());
        }
        store.rights(id, rights(draft));
        recordChanges(id, before, view(id));
    }

    /** Nothing new comes there. Refused with {@link QueueRefused} while open tickets stand in it, or mail comes there. */
    public void retire(long id) {
        QueueSettings before = view(id);
        if (!before.queue().active()) {
            return;
        }
        if (before.open() > 0) {
            throw QueueRefused.holdsOpen(before.queue().name(), before.open());
        }
        store.active(id, false);
        record(id, "RETIRED", null, null);
        retired.fire(new QueueRetired(id, before.queue().name()));
    }

    public void restore(long id) {
        if (!view(id).queue().active()) {
            store.active(id, true);
            record(id, "RESTORED", null, null);
        }
    }

    /** What was done, the last first. */
    public List<QueueChange> history() {
        return store.changes(MOST);
    }

    private void check(QueueDraft draft, Long id) {
        checkText("name", draft.name(), LONGEST_NAME);
        checkText("address", draft.address(), LONGEST_ADDRESS);
        if (!ADDRESS.matcher(draft.address()).matches()) {
            throw new InvalidInput("address", "address", draft.address());
        }
        if (store.isNameTaken(draft.name(), id)) {
            throw new InvalidInput("name", "taken", draft.name());
        }
        if (store.isAddressTaken(draft.address(), id)) {
            throw new InvalidInput("address", "taken", draft.address());
        }
        if (draft.parentId() != null) {
            QueueSettings parent = view(draft.parentId());
            if (id != null && store.isWithin(draft.parentId(), id)) {
                throw QueueRefused.circle(parent.queue().name());
            }
        }
        teams.view(draft.teamId());
        if (!categories.view(draft.defaultCategoryId()).active()) {
            throw new InvalidInput("defaultCategoryId", "unknown", draft.defaultCategoryId());
        }
        draft.rights().forEach(right -> {
            teams.view(right.teamId());
            if (right.permission() != Permission.VIEW && right.permission() != Permission.WORK) {
                throw new InvalidInput("rights", "oneOf", right.permission(), "VIEW, WORK");
            }
        });
    }

    private static void checkText(String field, String text, int longest) {
        if (text.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        if (text.length() > longest) {
            throw new InvalidInput(field, "tooLong", longest);
        }
    }

    /** Its own team's among them: what nobody may work would be nobody's. */
    private static Map<Long, Permission> rights(QueueDraft draft) {
        Map<Long, Permission> rights = new LinkedHashMap<>();
        draft.rights().forEach(right -> rights.put(right.teamId(), right.permission()));
        rights.put(draft.teamId(), Permission.WORK);
        return rights;
    }

    private void recordChanges(long id, QueueSettings before, QueueSettings after) {
        QueueView was = before.queue();
        QueueView is = after.queue();
        recordChange(id, "NAME", was.name(), is.name());
        recordChange(id, "ADDRESS", was.address(), is.address());
        recordChange(id, "TEAM", was.teamName(), is.teamName());
        recordChange(id, "CATEGORY", before.defaultCategory(), after.defaultCategory());
        recordChange(
                id,
                "PRIORITY",
                was.defaultPriority().name(),
                is.defaultPriority().name());
        recordChange(id, "PARENT", before.parentName(), after.parentName());
        recordChange(id, "RIGHTS", words(before.rights()), words(after.rights()));
    }

    private static String words(List<QueueRight> rights) {
        return rights.stream()
                .map(right -> right.teamName() + ": " + right.permission())
                .collect(Collectors.joining(", "));
    }

    private void recordChange(long id, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            record(id, what, before, after);
        }
    }

    private void record(long id, String what, String before, String after) {
        Instant now = clock.now();
        store.record(now, access.me().personId(), id, what, before, after);
    }
}
