package org.pilet.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;

/**
 * How administrators tend the category tree. A new name shows on every ticket, old ones included; a merge takes every
 * ticket along and can be undone for 30 days; nothing is ever deleted, since tickets name it.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class CategoryCare {

    private static final int LONGEST = 80;
    private static final Duration UNDOABLE = Duration.ofDays(30);

    @EJB
    private Access access;

    @Inject
    private CategoryStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<CategoriesMerged> merged;

    /** All, retired ones included, parents before their children. */
    public List<CategoryView> all() {
        return store.all();
    }

    /** Adds one at the end of its siblings; {@code parentId} null for a root. Refused as {@link #rename} is. */
    public long add(Long parentId, String name) {
        if (parentId != null) {
            require(parentId);
        }
        String plain = checked(parentId, null, name);
        long id = store.add(parentId, plain);
        record(id, "ADDED", null, plain);
        return id;
    }

    /** Refused with {@link InvalidInput} when the name is missing, too long, or a sibling's. */
    public void rename(long id, String name) {
        CategoryView before = require(id);
        String plain = checked(before.parentId(), id, name);
        if (!plain.equals(before.name())) {
            store.rename(id, plain);
            record(id, "RENAMED", before.name(), plain);
        }
    }

    /** Puts it, with all below it, under another; refused with {@link CategoryRefused} when that is below it. */
    public void move(long id, Long parentId) {
        CategoryView before = require(id);
        if (parentId != null && store.isWithin(parentId, id)) {
            throw CategoryRefused.circle(before.name());
        }
        String parent = parentId == null ? null : require(parentId).path();
        checked(parentId, id, before.name());
        store.move(id, parentId);
        String old =
                before.parentId() == null ? null : require(before.parentId()).path();
        record(id, "MOVED", old, parent);
    }

    /** Puts it so many places later among its siblings, or earlier when negative. */
    public void shift(long id, int places) {
        CategoryView moved = require(id);
        store.shift(id, moved.parentId(), places);
    }

    /** It can no longer be chosen; tickets keep it. Refused with {@link CategoryRefused} while a queue begins with it. */
    public void retire(long id) {
        CategoryView before = require(id);
        String queues = store.defaultOf(id);
        if (queues != null) {
            throw CategoryRefused.isDefault(queues);
        }
        if (before.active()) {
            store.active(id, false);
            record(id, "RETIRED", null, null);
        }
    }

    public void restore(long id) {
        require(id);
        store.active(id, true);
        record(id, "RESTORED", null, null);
    }

    /**
     * Makes one category of two: every ticket, queue and sub-category of the first is the second's from now on, and the
     * first is retired. Refused with {@link CategoryRefused} when the second is below the first, or retired.
     */
    public long merge(long fromId, long intoId) {
        CategoryView from = require(fromId);
        CategoryView into = require(intoId);
        if (store.isWithin(intoId, fromId)) {
            throw CategoryRefused.circle(from.name());
        }
        if (!into.active()) {
            throw CategoryRefused.retired(into.name());
        }
        Instant now = clock.now();
        Long me = access.me().personId();
        long id = store.addMerge(fromId, intoId, now, me);
        store.active(fromId, false);
        record(fromId, "MERGED", from.path(), into.path());
        merged.fire(new CategoriesMerged(id, fromId, intoId, me, now, false));
        return id;
    }

    /** Takes a merge back: tickets that somebody has put elsewhere since stay there. Refused with {@link CategoryRefused}. */
    public void undoMerge(long mergeId) {
        CategoryStore.Merge merge = store.lockMerge(mergeId).orElseThrow(() -> new NotFound("merge", mergeId));
        Instant now = clock.now();
        if (merge.undone()) {
            throw CategoryRefused.undone();
        }
        if (merge.at().plus(UNDOABLE).isBefore(now)) {
            throw CategoryRefused.tooOld(UNDOABLE.toDays());
        }
        store.undoMerge(mergeId, now);
        store.active(merge.fromId(), true);
        record(merge.fromId(), "UNMERGED", null, null);
        merged.fire(new CategoriesMerged(
                mergeId, merge.fromId(), merge.intoId(), access.me().personId(), now, true));
    }

    /** Merges that stand, the last first. */
    public List<CategoryMergeView> merges() {
        return store.merges(clock.now().minus(UNDOABLE));
    }

    private CategoryView require(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("category", id));
    }

    private String checked(Long parentId, Long id, String name) {
        String plain = name == null ? "" : name.strip();
        if (plain.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (plain.length() > LONGEST) {
            throw new InvalidInput("name", "tooLong", LONGEST);
        }
        if (store.isTaken(parentId, id, plain)) {
            throw new InvalidInput("name", "taken", plain);
        }
        return plain;
    }

    private void record(long id, String what, String before, String after) {
        store.record(clock.now(), access.me().personId(), id, what, before, after);
    }
}
