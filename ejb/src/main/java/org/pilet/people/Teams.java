package org.pilet.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Who works together and who leads. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Teams {

    @Inject
    private TeamStore store;

    /** All teams by name. */
    public List<TeamView> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public TeamView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("team", id));
    }
}
