package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** The words that tickets are marked with, over all tickets. What is renamed follows into every ticket and its history. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class Tags {

    private static final int MOST = 1000;
    private static final int OFFERED = 20;
    private static final int LONGEST = 50;

    @EJB
    private Access access;

    @Inject
    private TagStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<TagRenamed> renamed;

    /** All tags of all tickets, the most used first. */
    public List<TagUse> all() {
        return store.uses("", null, MOST);
    }

    /** Tags that begin so, on tickets the caller may see; the most used first. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<TagUse> beginningWith(String prefix) {
        Caller me = access.me();
        String plain = prefix == null ? "" : prefix.strip().toLowerCase(Locale.ROOT);
        return store.uses(plain, me.allQueues() ? null : me.viewQueueIds(), OFFERED);
    }

    /**
     * Gives a tag another name on every ticket, and in the kept views, rules and macros that name it; one that is there
     * already is merged with it.
     * Refused with {@link InvalidInput} when the new name is no tag, or the one it has.
     */
    public TagsReplaced rename(String tag, String to) {
        String plain = to == null ? "" : to.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new InvalidInput("tag", "tag", LONGEST);
        }
        if (plain.equals(tag)) {
            throw new InvalidInput("tag", "taken", plain);
        }
        Instant now = clock.now();
        TagsReplaced replaced = store.replaced(tag, plain, author("tag-renamed"), now);
        renamed.fire(new TagRenamed(replaced.id(), tag, plain, now, false));
        return replaced;
    }

    /** Takes a tag from every ticket. */
    public TagsReplaced remove(String tag) {
        return store.replaced(tag, null, author("tag-removed"), clock.now());
    }

    /**
     * Takes a renaming or a removal back: the tag stands again where it stood, and the other one goes where it came by
     * this alone. Refused with {@link NotFound} when there was none, or it was taken back already.
     */
    public TagsReplaced undo(long id) {
        Instant now = clock.now();
        TagsReplaced back = store.takeBack(id, author("undo"), now).orElseThrow(() -> new NotFound("tag", id));
        renamed.fire(new TagRenamed(id, null, null, now, true));
        return back;
    }

    private Author author(String cause) {
        return Author.of(access.me(), cause);
    }
}
