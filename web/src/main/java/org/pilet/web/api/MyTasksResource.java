package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pilet.platform.NotFound;
import org.pilet.teamwork.TaskFeedView;
import org.pilet.teamwork.TaskFeeds;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;

/** What the caller has to do on all tickets, and the address under which a calendar program reads it. */
@Path("my/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class MyTasksResource {

    @EJB
    private Tasks tasks;

    @EJB
    private TaskFeeds feeds;

    @Inject
    private Creation creation;

    /** An address that is told only now. */
    public record NewTaskFeed(String address) {}

    @GET
    public Links.Items<TaskView> all() {
        return Links.all(tasks.mine());
    }

    @GET
    @Path("feed")
    public TaskFeedView feed() {
        return feeds.mine().orElseThrow(() -> new NotFound("feed", ""));
    }

    @POST
    @Path("feed")
    @NeedsScope("tickets:write")
    public Response makeFeed() {
        return creation.of("feed", () -> Creation.Created.at("/my/tasks/feed", new NewTaskFeed(feeds.make())));
    }

    @DELETE
    @Path("feed")
    @NeedsScope("tickets:write")
    public void revokeFeed() {
        feeds.revoke();
    }
}
