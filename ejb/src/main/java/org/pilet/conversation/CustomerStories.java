package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.pilet.conversation.CustomerStoryStore.Place;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/**
 * All that was ever said with a customer, or with anybody of their organisation, whatever the ticket and the year (features
 * A2.10): as far as the caller may see the tickets. The last first.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class CustomerStories {

    private static final Place NOW = new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    @EJB
    private Access access;

    @Inject
    private CustomerStoryStore store;

    /** Refused with {@link InvalidInput} when the cursor is none of ours. */
    public Page<SaidLine> ofPerson(long personId, String cursor, int size) {
        return page(store.ofPerson(personId, queues(), place(cursor), size + 1), size);
    }

    /** Refused as {@link #ofPerson} is. */
    public Page<SaidLine> ofOrganisation(long organisationId, String cursor, int size) {
        return page(store.ofOrganisation(organisationId, queues(), place(cursor), size + 1), size);
    }

    private Collection<Long> queues() {
        Caller me = access.me();
        return me.allQueues() ? null : me.viewQueueIds();
    }

    private static Page<SaidLine> page(List<SaidLine> lines, int size) {
        if (lines.size() <= size) {
            return new Page<>(lines, null);
        }
        SaidLine last = lines.get(size - 1);
        return new Page<>(lines.subList(0, size), last.at() + "_" + last.messageId());
    }

    private static Place place(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return NOW;
        }
        try {
            int cut = cursor.lastIndexOf('_');
            return new Place(Instant.parse(cursor.substring(0, cut)), Long.parseLong(cursor.substring(cut + 1)));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException malformed) {
            throw new InvalidInput("after", "malformed", cursor);
        }
    }
}
