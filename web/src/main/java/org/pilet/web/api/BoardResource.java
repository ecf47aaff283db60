package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.sla.BoardState;
import org.pilet.sla.BoardView;
import org.pilet.sla.Metric;
import org.pilet.sla.SlaBoards;

/** What is owed at this moment, for those who lead. */
@Path("sla/board")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class BoardResource {

    @Inject
    private SlaBoards boards;

    @GET
    public BoardView board(
            @QueryParam("state") String state, @QueryParam("queue") String queue, @QueryParam("metric") String metric) {
        return boards.board(
                Input.choice("state", BoardState.class, state),
                queue == null ? null : Ids.of("queue", queue),
                Input.choice("metric", Metric.class, metric));
    }
}
