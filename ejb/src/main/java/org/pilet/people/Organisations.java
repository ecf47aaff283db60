package org.pilet.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** The customers' companies. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Organisations {

    @Inject
    private OrganisationStore store;

    /** All organisations by name. */
    public List<OrganisationView> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public OrganisationView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("organisation", id));
    }
}
