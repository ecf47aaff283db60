package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.PriorityCell;
import org.pilet.tickets.PriorityMatrix;
import org.pilet.tickets.Urgency;

/** Which priority comes of which impact and urgency. */
@Path("priority-matrix")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class PriorityMatrixResource {

    @EJB
    private PriorityMatrix matrix;

    /** Which priority comes of which impact and urgency. */
    public record PriorityCells(List<PriorityCell> items) {}

    @GET
    public PriorityCells all() {
        return new PriorityCells(matrix.cells());
    }

    /** Cells that are not named stay as they are. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("admin")
    public PriorityCells change(JsonObject body) {
        matrix.change(new Loose("", body)
                .need("items").items().stream()
                        .map(each -> new PriorityCell(
                                each.need("impact").choice(Impact.class),
                                each.need("urgency").choice(Urgency.class),
                                each.need("priority").choice(Priority.class)))
                        .toList());
        return all();
    }
}
