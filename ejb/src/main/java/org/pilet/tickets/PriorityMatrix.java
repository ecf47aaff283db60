package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;

/**
 * Which priority a ticket gets from its impact and urgency: when it is opened with both, and whenever one of them changes,
 * unless somebody has chosen its priority themselves.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class PriorityMatrix {

    @Inject
    private PriorityStore store;

    /** A cell for each impact and urgency, the highest impact first, then the highest urgency. */
    public List<PriorityCell> cells() {
        return store.all();
    }

    /**
     * Changes these cells for tickets to come and for changes to come; tickets that there are keep their priority. Refused
     * with {@link InvalidInput} when a cell lacks something or stands there twice.
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(List<PriorityCell> cells) {
        Set<String> seen = new HashSet<>();
        for (PriorityCell cell : cells) {
            required("impact", cell.impact());
            required("urgency", cell.urgency());
            required("priority", cell.priority());
            if (!seen.add(cell.impact() + " " + cell.urgency())) {
                throw new InvalidInput("cells", "twice", cell.impact() + " / " + cell.urgency());
            }
        }
        cells.forEach(store::put);
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new InvalidInput(field, "required");
        }
    }
}
