package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;

/**
 * Lists kept under a name. Everybody keeps their own, team leads their teams', administrators everybody's. Sharing a view
 * shares its question: its tickets and its count are those that each reader may see.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class SavedViews {

    /** Nobody reads further; a view with more shows this and a plus. */
    public static final int MOST_COUNTED = 999;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 500;

    @EJB
    private Access access;

    @Inject
    private SavedViewStore store;

    @Inject
    private WorkListStore lists;

    @Inject
    private Clock clock;

    /** Own ones first, then those of the caller's teams and everybody's; by name. */
    public List<SavedView> mine() {
        Caller me = access.me();
        return store.usable(me.personId(), me.teamIds()).stream()
                .map(view -> view.asSeenBy(mayChange(me, view.teamId(), view.personId())))
                .toList();
    }

    /** Everybody's and every team's. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<SavedView> shared() {
        return store.shared().stream().map(view -> view.asSeenBy(true)).toList();
    }

    /** One that the caller may use, or (for administrators) any that is shared. Refused with {@link NotFound}. */
    public SavedView view(long id) {
        Caller me = access.me();
        SavedView view = require(me, id);
        return view.asSeenBy(mayChange(me, view.teamId(), view.personId()));
    }

    /** The caller has opened it; nothing happens when they may not use it. */
    public void used(long id) {
        Caller me = access.me();
        if (store.find(id).filter(view -> mayUse(me, view)).isPresent()) {
            store.used(id, clock.now());
        }
    }

    /** How many tickets each of these holds for the caller, up to {@link #MOST_COUNTED}. */
    public Map<Long, Count> counts(List<SavedView> views) {
        Map<Long, WorkListQuery> queries = new LinkedHashMap<>();
        views.forEach(view -> queries.put(view.id(), view.query()));
        return lists.counts(queries, access.me(), clock.now(), MOST_COUNTED);
    }

    /**
     * Keeps or changes one. Refused with {@link InvalidInput} when the name is missing, too long or taken in its circle,
     * or the search cannot be understood; with {@link Forbidden}; with {@link SavedViewChanged}.
     */
    public long save(SavedViewDraft draft) {
        Caller me = access.me();
        Long personId = draft.own() ? me.personId() : null;
        Long teamId = draft.own() ? null : draft.teamId();
        if (draft.id() != null) {
            SavedView before = require(me, draft.id());
            requireMayChange(me, before.teamId(), before.personId(), before.name());
        }
        requireMayChange(me, teamId, personId, draft.name());
        SavedViewDraft asked = checked(draft, teamId, personId, me);
        if (asked.id() == null) {
            return store.add(asked, personId);
        }
        if (!store.change(asked, personId)) {
            throw new SavedViewChanged(asked.name());
        }
        return asked.id();
    }

    public void remove(long id) {
        Caller me = access.me();
        SavedView view = require(me, id);
        requireMayChange(me, view.teamId(), view.personId(), view.name());
        store.remove(id);
    }

    private SavedViewDraft checked(SavedViewDraft draft, Long teamId, Long personId, Caller me) {
        if (draft.name().isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (draft.name().length() > LONGEST_NAME) {
            throw new InvalidInput("name", "tooLong", LONGEST_NAME);
        }
        if (draft.text() != null && draft.text().length() > LONGEST_TEXT) {
            throw new InvalidInput("search", "tooLong", LONGEST_TEXT);
        }
        if (store.isTaken(draft.name(), teamId, personId, draft.id())) {
            throw new InvalidInput("name", "taken", draft.name());
        }
        if (draft.text() != null) {
            SearchCondition.check(draft.text(), me, clock.now());
        }
        return new SavedViewDraft(
                draft.id(),
                draft.name(),
                teamId,
                draft.own(),
                draft.view(),
                draft.text(),
                draft.sort(),
                draft.group(),
                draft.columns().stream()
                        .filter(name -> name.matches("[A-Z_]{1,30}"))
                        .toList(),
                draft.version());
    }

    private SavedView require(Caller me, long id) {
        return store.find(id).filter(view -> mayUse(me, view)).orElseThrow(() -> new NotFound("view", id));
    }

    private static boolean mayUse(Caller me, SavedView view) {
        boolean own = view.personId() == null || view.personId().equals(me.personId());
        boolean team = view.teamId() == null
                || me.teamIds().contains(view.teamId())
                || me.roles().contains(Roles.ADMINISTRATOR);
        return own && team;
    }

    private static boolean mayChange(Caller me, Long teamId, Long personId) {
        boolean own = personId != null && personId.equals(me.personId());
        boolean leads = teamId != null
                && me.roles().contains(Roles.TEAM_LEAD)
                && me.teamIds().contains(teamId);
        return own || leads || me.roles().contains(Roles.ADMINISTRATOR);
    }

    private static void requireMayChange(Caller me, Long teamId, Long personId, String name) {
        if (!mayChange(me, teamId, personId)) {
            throw new Forbidden(Permission.WORK, name);
        }
    }
}
