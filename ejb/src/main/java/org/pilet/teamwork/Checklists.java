package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Templates of checklists: everybody may use them, leads and administrators keep them. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Checklists {

    private static final int MOST = 50;

    @Inject
    private TaskStore store;

    /** By name. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<ChecklistTemplate> all() {
        return store.templates();
    }

    /**
     * Refused with {@link InvalidInput} when the name is missing or taken or it has no items or too many; with {@link
     * TeamworkMovedOn} when somebody saved it meanwhile.
     */
    public long save(ChecklistTemplate asked) {
        String name = asked.name() == null ? "" : asked.name().strip();
        List<String> items = asked.items().stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        if (name.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (items.isEmpty()) {
            throw new InvalidInput("items", "required");
        }
        if (items.size() > MOST) {
            throw new InvalidInput("items", "range", 1, MOST);
        }
        if (store.isTaken(name, asked.id())) {
            throw new InvalidInput("name", "taken", name);
        }
        ChecklistTemplate template =
                new ChecklistTemplate(asked.id(), name, items, asked.required(), 0, asked.version());
        if (asked.id() == null) {
            return store.add(template);
        }
        if (!store.change(template)) {
            throw new TeamworkMovedOn(name);
        }
        return asked.id();
    }

    /** Tickets keep the tasks they have; {@link #restore} brings back what this returns. */
    public ChecklistTemplate remove(long id) {
        ChecklistTemplate gone = store.template(id).orElseThrow(() -> new NotFound("checklist", id));
        store.removeTemplate(gone.id());
        return gone;
    }

    /** Brings one back that was removed; refused with {@link InvalidInput} when its name has been taken meanwhile. */
    public void restore(ChecklistTemplate gone) {
        if (store.isTaken(gone.name(), gone.id())) {
            throw new InvalidInput("name", "taken", gone.name());
        }
        store.restore(gone);
    }
}
