package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.pilet.search.Count;
import org.pilet.search.SavedView;
import org.pilet.search.SavedViewDraft;
import org.pilet.search.SavedViews;
import org.pilet.search.WorkListGroup;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;

/** Lists kept under a name. The door tells who may change which. */
@Path("views")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class ViewsResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private SavedViews views;

    @Inject
    private Creation creation;

    /** A view and how many tickets it holds for the caller. */
    public record CountedView(SavedView view, long count, boolean more) {}

    @GET
    public Links.Items<CountedView> all() {
        List<SavedView> mine = views.mine();
        Map<Long, Count> counts = views.counts(mine);
        return Links.all(mine.stream()
                .map(view -> {
                    Count count = counts.get(view.id());
                    return new CountedView(view, count.number(), count.more());
                })
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response add(ViewBody body) {
        return creation.of(body, () -> Creation.Created.at("/views", views.view(views.save(draft(null, body)))));
    }

    @PUT
    @Path("{view}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public SavedView replace(@PathParam("view") String id, ViewBody body) {
        return views.view(views.save(draft(Ids.of("view", id), body)));
    }

    @DELETE
    @Path("{view}")
    @NeedsScope(WRITE)
    public void remove(@PathParam("view") String id) {
        views.remove(Ids.of("view", id));
    }

    private static SavedViewDraft draft(Long id, ViewBody body) {
        return new SavedViewDraft(
                id,
                body.name(),
                body.teamId(),
                Boolean.TRUE.equals(body.own()),
                Input.choice("view", WorkListView.class, body.view()),
                body.text(),
                Input.choice("sort", WorkListSort.class, body.sort()),
                Input.choice("group", WorkListGroup.class, body.group()),
                body.columns(),
                body.version() == null ? 0 : body.version());
    }
}
