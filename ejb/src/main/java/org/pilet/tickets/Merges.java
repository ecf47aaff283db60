package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;

/**
 * Makes one ticket of two, and two of one again. Words, files, people and tags go to the target; the source keeps its
 * number, its history and a link, so that mail to it reaches the target. For 30 days a merge can be undone: what it did is
 * taken back, what was said on the target since stays there.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Merges {

    private static final Duration UNDOABLE = Duration.ofDays(30);

    @EJB
    private Access access;

    @EJB
    private TicketLocks locks;

    @Inject
    private TicketStore store;

    @Inject
    private MergeStore merges;

    @Inject
    private TicketReader reader;

    @Inject
    private TicketEditor editor;

    @Inject
    private TicketHistory history;

    @Inject
    private Clock clock;

    @Inject
    private Event<TicketsMerged> merged;

    @Inject
    private Event<TicketsUnmerged> unmerged;

    /** Merges tickets of the same people. Refused as {@link #merge(long, long, boolean)} is. */
    public MergeView merge(long sourceId, long targetId) {
        return merge(sourceId, targetId, false);
    }

    /**
     * Merges the source into the target; the caller must be allowed to work both. Refused with {@link MergeRefused} when
     * they are the same or the target is no longer in work, with {@link TransitionRefused} when the source is not, with
     * {@link TicketClosed} when one of them is closed, with
     * {@link MergeWouldShare} when one ticket's people are not the other's and nobody has said that each may read all.
     *
     * @param maySeeAll somebody has: whoever could read one of the two reads both from now on
     */
    public MergeView merge(long sourceId, long targetId, boolean maySeeAll) {
        locks.requireFree(sourceId);
        locks.requireFree(targetId);
        long id = mergeBy(access.me(), sourceId, targetId, maySeeAll);
        return of(targetId).stream().filter(each -> each.id() == id).findFirst().orElseThrow();
    }

    /** As {@link #merge(long, long, boolean)}, in the name of somebody who has ordered it earlier; returns its id. */
    @RolesAllowed(Roles.SYSTEM)
    public long mergeFor(long personId, long sourceId, long targetId, boolean maySeeAll) {
        locks.requireFreeFor(personId, sourceId);
        locks.requireFreeFor(personId, targetId);
        return mergeBy(access.person(personId), sourceId, targetId, maySeeAll);
    }

    private long mergeBy(Caller caller, long sourceId, long targetId, boolean maySeeAll) {
        caller.require(Permission.WORK, reader.scope(sourceId));
        caller.require(Permission.WORK, reader.scope(targetId));
        if (sourceId == targetId) {
            throw MergeRefused.same();
        }
        store.lock(Math.min(sourceId, targetId)); // always in this order: two merges cannot wait for each other
        store.lock(Math.max(sourceId, targetId));
        Ticket source = store.lock(sourceId);
        Ticket target = store.lock(targetId);
        if (target.status() == Status.MERGED || target.status() == Status.SPAM || target.status() == Status.DELETED) {
            throw MergeRefused.targetGone(target.number());
        }
        requireInWork(source);
        requireInWork(target);
        if (!maySeeAll) {
            requireSameReaders(source, target);
        }
        Author author = Author.of(caller, null);
        Instant now = clock.now();
        Merge merge = new Merge(
                merges.nextId(),
                sourceId,
                targetId,
                now,
                source.status(),
                source.statusReason(),
                source.wakeUpAt(),
                tags(source, target, author, now),
                people(source, target, author, now),
                false);
        history.record(target, author, now, "MERGED_IN", null, source.number());
        target.touched(now);
        history.record(source, author, now, "MERGED_INTO", null, target.number());
        editor.status(source, Status.MERGED, null, null, author, now);
        store.link(sourceId, targetId, "MERGED_INTO");
        merges.add(merge, caller.personId());
        merged.fire(new TicketsMerged(merge.id(), sourceId, targetId, now));
        store.flush();
        return merge.id();
    }

    /**
     * Takes a merge back. Refused with {@link MergeRefused} when that was done already, after 30 days, or when the target
     * has been merged into yet another ticket since: that one must be undone first; with {@link TicketClosed} when the target
     * has been closed since.
     */
    public void undo(long mergeId) {
        undoBy(access.me(), mergeId);
    }

    /** As {@link #undo}, in the name of somebody who has ordered it earlier, by their rights of now. */
    @RolesAllowed(Roles.SYSTEM)
    public void undoFor(long personId, long mergeId) {
        undoBy(access.person(personId), mergeId);
    }

    private void undoBy(Caller caller, long mergeId) {
        Merge merge = merges.lock(mergeId).orElseThrow(() -> new NotFound("merge", mergeId));
        caller.require(Permission.WORK, reader.scope(merge.sourceId()));
        caller.require(Permission.WORK, reader.scope(merge.targetId()));
        Instant now = clock.now();
        if (merge.undone()) {
            throw MergeRefused.undone();
        }
        if (merge.at().plus(UNDOABLE).isBefore(now)) {
            throw MergeRefused.tooOld(UNDOABLE.toDays());
        }
        store.lock(Math.min(merge.sourceId(), merge.targetId()));
        Ticket source = store.lock(merge.sourceId());
        Ticket target = store.lock(merge.targetId());
        if (target.status() == Status.MERGED) {
            throw MergeRefused.wentOn(target.number());
        }
        requireInWork(target);
        Author author = Author.of(caller, null);
        merge.addedTags().forEach(tag -> editor.apply(target, new TicketChange.RemoveTag(tag), author, now));
        merge.addedPeople().forEach(id -> editor.apply(target, new TicketChange.RemoveParticipant(id), author, now));
        merges.unlink(merge.sourceId(), merge.targetId());
        merges.undone(mergeId, now);
        history.record(target, author, now, "UNMERGED", source.number(), null);
        target.touched(now);
        history.record(source, author, now, "UNMERGED", target.number(), null);
        editor.unmerge(source, merge, author, now);
        unmerged.fire(new TicketsUnmerged(mergeId, merge.sourceId(), merge.targetId(), now));
        store.flush();
    }

    /**
     * The merges that stand on this ticket, as target or as source, the last one first; those whose other ticket the caller
     * may see.
     */
    public List<MergeView> of(long ticketId) {
        Caller me = access.require(Permission.WORK, reader.scope(ticketId));
        return merges.of(ticketId, clock.now().minus(UNDOABLE), me.allQueues() ? null : me.viewQueueIds());
    }

    private static void requireInWork(Ticket ticket) {
        if (ticket.status() == Status.CLOSED) {
            throw new TicketClosed(ticket.number());
        }
    }

    private void requireSameReaders(Ticket source, Ticket target) {
        Set<Long> strangers = readers(source);
        strangers.removeAll(readers(target));
        Set<Long> others = readers(target);
        others.removeAll(readers(source));
        strangers.addAll(others);
        if (!strangers.isEmpty()) {
            throw new MergeWouldShare(merges.names(strangers));
        }
    }

    private static Set<Long> readers(Ticket ticket) {
        Set<Long> readers = new HashSet<>(ticket.participants());
        readers.add(ticket.requesterId());
        return readers;
    }

    private List<String> tags(Ticket source, Ticket target, Author author, Instant now) {
        List<String> added = new ArrayList<>(source.tags());
        added.removeAll(target.tags());
        added.forEach(tag -> editor.apply(target, new TicketChange.AddTag(tag), author, now));
        return added;
    }

    /** The source's requester and participants read on, where the words went. */
    private List<Long> people(Ticket source, Ticket target, Author author, Instant now) {
        List<Long> added = new ArrayList<>(source.participants());
        added.add(source.requesterId());
        added.removeAll(target.participants());
        added.removeIf(id -> id == target.requesterId());
        added.forEach(id -> editor.apply(target, new TicketChange.AddParticipant(id), author, now));
        return added.stream().distinct().toList();
    }
}
