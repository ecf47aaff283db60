package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Roles;

/** How the categories are used, over all tickets. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class CategoryUses {

    @Inject
    private CategoryUseStore store;

    /** Of each that stands on some ticket. */
    public List<CategoryUse> all() {
        return store.uses();
    }
}
