package org.pilet.assets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** The things that tickets are about. All staff see and tend them; of their tickets everybody sees what they may. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Assets {

    /** More rows than this are never handed out at once. */
    public static final int LARGEST_PAGE = 200;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4_000;

    @EJB
    private Access access;

    @Inject
    private AssetStore store;

    @Inject
    private Clock clock;

    /**
     * By name: those of which each word stands in the name, the number, or the name of who has it.
     *
     * @param retired only those in use, or only those that are not; null for both
     * @param cursor {@link Page#next()} of the page before, or null; refused with {@link InvalidInput} when it is none, as
     *     is a size that is not 1 to {@link #LARGEST_PAGE}
     */
    public Page<AssetView> search(String text, Boolean retired, String cursor, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInput("limit", "range", 1, LARGEST_PAGE);
        }
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            throw new InvalidInput("cursor", "malformed", cursor);
        }
        Long after = cursor == null ? null : Long.valueOf(cursor);
        List<AssetView> rows = store.page(text == null ? "" : text, retired, after, size + 1, seen());
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, size), String.valueOf(rows.get(size - 1).id()));
    }

    /** Refused with {@link NotFound}. */
    public AssetView view(long id) {
        return store.find(id, seen()).orElseThrow(() -> new NotFound("asset", id));
    }

    /** What this person has, or their organisation. */
    public List<AssetView> of(long personId) {
        return store.of(personId, LARGEST_PAGE, seen());
    }

    /** The last tickets that tell of it, the newest first; those of queues that the caller may see. */
    public List<AssetTicket> tickets(long id) {
        view(id);
        return store.tickets(id, seen(), LARGEST_PAGE);
    }

    /** The queues whose tickets the caller sees, and counts; null for all. */
    private Set<Long> seen() {
        Caller me = access.me();
        return me.allQueues() ? null : me.viewQueueIds();
    }

    /**
     * Enters one, or changes it. Refused with {@link InvalidInput} when the name is missing or the number is another's;
     * with {@link NotFound} when whose it is, is unknown; with {@link AssetChanged}.
     */
    public long save(AssetDraft draft) {
        AssetDraft asset = checked(draft);
        if (asset.id() == null) {
            return store.add(asset, clock.now());
        }
        view(asset.id());
        if (!store.change(asset)) {
            throw new AssetChanged(asset.name());
        }
        return asset.id();
    }

    private AssetDraft checked(AssetDraft draft) {
        String name = stripped("name", draft.name(), LONGEST_NAME);
        if (name == null) {
            throw new InvalidInput("name", "required");
        }
        if (draft.kind() == null) {
            throw new InvalidInput("kind", "required");
        }
        String identifier = stripped("identifier", draft.identifier(), LONGEST_NAME);
        if (identifier != null && store.isTaken(identifier, draft.id())) {
            throw new InvalidInput("identifier", "taken", identifier);
        }
        if (draft.organisationId() != null && !store.exists("organisation", draft.organisationId())) {
            throw new NotFound("organisation", draft.organisationId());
        }
        if (draft.personId() != null && !store.exists("person", draft.personId())) {
            throw new NotFound("person", draft.personId());
        }
        return new AssetDraft(
                draft.id(),
                name,
                draft.kind(),
                identifier,
                draft.organisationId(),
                draft.personId(),
                stripped("note", draft.note(), LONGEST_NOTE),
                draft.retired(),
                draft.version());
    }

    private static String stripped(String field, String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new InvalidInput(field, "tooLong", longest);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
