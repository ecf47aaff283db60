package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.channels.mail.MailHostView;
import org.pilet.channels.mail.MailHosts;
import org.pilet.platform.OutboxEntries;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.Page;
import org.pilet.search.WorkLists;

/** What waits to leave the house, or could not; for administrators. */
@Path("outbox")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class OutboxResource {

    private static final int PAGE = 50;

    /** What an entry can be. */
    enum State {
        WAITING,
        DEAD,
        DONE,
        CANCELLED
    }

    /** An entry without its content, which may hold links that are meant for one reader. */
    public record Entry(
            long id,
            String kind,
            String state,
            String cause,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            String lastError) {

        static Entry of(OutboxItem item) {
            return new Entry(
                    item.id(),
                    item.kind(),
                    item.state(),
                    item.cause(),
                    item.attempts(),
                    item.createdAt(),
                    item.dueAt(),
                    item.lastError());
        }
    }

    @Inject
    private OutboxEntries entries;

    @Inject
    private MailHosts mailHosts;

    @GET
    public Response list(
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        State wanted = Input.choice("state", State.class, state);
        int size = Input.limit(limit, PAGE, WorkLists.LARGEST_PAGE);
        Input.number("cursor", cursor);
        Page<OutboxItem> page = entries.inState((wanted == null ? State.DEAD : wanted).name(), cursor, size);
        return Links.page(new Page<>(page.rows().stream().map(Entry::of).toList(), page.next()), address);
    }

    @GET
    @Path("counts")
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (State state : new State[] {State.WAITING, State.DEAD}) {
            counts.put(state.name(), entries.count(state.name()));
        }
        return counts;
    }

    @GET
    @Path("hosts")
    public Links.Items<MailHostView> hosts() {
        return Links.all(mailHosts.all());
    }

    @POST
    @Path("{entry}/retry")
    public void retry(@PathParam("entry") String id) {
        entries.retry(Ids.of("outbox", id));
    }
}
