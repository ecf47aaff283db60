package org.pilet.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** The category tree. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Categories {

    @Inject
    private CategoryStore store;

    /** Those that may be chosen, parents before their children. */
    public List<CategoryView> active() {
        return store.active();
    }

    /** Refused with {@link NotFound}. */
    public CategoryView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("category", id));
    }
}
