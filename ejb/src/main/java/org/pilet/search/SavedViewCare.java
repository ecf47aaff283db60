package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.people.People;
import org.pilet.people.Teams;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.tickets.QueueView;

/** How administrators tend the views that were kept under names, whoever's they are. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class SavedViewCare {

    private static final int LONGEST_NAME = 80;

    @EJB
    private People people;

    @EJB
    private Teams teams;

    @Inject
    private SavedViewStore store;

    /** Everybody's first, then the teams', then people's own; each by name. */
    public List<KeptView> all() {
        return store.everyOne();
    }

    /** Everybody at the desk, by name: who may have a view of their own. */
    public List<QueueView.Worker> possibleOwners() {
        return store.staff();
    }

    /** Refused with {@link InvalidInput} when the name is missing, too long or taken in its circle. */
    public void rename(long id, String name) {
        SavedView before = require(id);
        String plain = name == null ? "" : name.strip();
        if (plain.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (plain.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "tooLong", LONGEST_NAME);
        }
        requireFree(plain, before.teamId(), before.personId(), id);
        store.rename(id, plain);
    }

    /** Gives it to a team, or to a person, or to everybody when both are null. Refused as {@link #rename} is. */
    public void give(long id, Long teamId, Long personId) {
        SavedView before = require(id);
        if (teamId != null && personId != null) {
            throw new InvalidInput("personId", "unknown", personId);
        }
        if (teamId != null) {
            teams.view(teamId);
        }
        if (personId != null) {
            people.view(personId);
        }
        requireFree(before.name(), teamId, personId, id);
        store.give(id, teamId, personId);
    }

    /** Takes it away; {@link #restore} brings back what this returns. */
    public KeptView remove(long id) {
        KeptView gone = store.everyOne().stream()
                .filter(each -> each.view().id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("view", id));
        store.remove(id);
        return gone;
    }

    /** Brings one back that was removed; refused with {@link InvalidInput} when its name has been taken meanwhile. */
    public void restore(KeptView gone) {
        SavedView view = gone.view();
        requireFree(view.name(), view.teamId(), view.personId(), view.id());
        store.restore(gone);
    }

    private void requireFree(String name, Long teamId, Long personId, long id) {
        if (store.isTaken(name, teamId, personId, id)) {
            throw new InvalidInput("name", "taken", name);
        }
    }

    private SavedView require(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("view", id));
    }
}
