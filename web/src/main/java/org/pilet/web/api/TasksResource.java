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
import org.pilet.platform.NotFound;
import org.pilet.teamwork.NewTask;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;

/** What is left to do on a ticket. */
@Path("tickets/{ticket}/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TasksResource {

    private static final String WRITE = "tickets:write";

    @EJB
    private Tasks tasks;

    @Inject
    private TicketRefs refs;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<TaskView> all(@PathParam("ticket") String reference) {
        return Links.all(tasks.of(refs.idOf(reference)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response add(@PathParam("ticket") String reference, TaskBody body) {
        long ticketId = refs.idOf(reference);
        return creation.of(body, () -> {
            long id = tasks.add(ticketId, task(body));
            return Creation.Created.at("/tickets/" + reference + "/tasks", view(ticketId, id));
        });
    }

    @PUT
    @Path("{task}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public TaskView replace(@PathParam("ticket") String reference, @PathParam("task") String task, TaskBody body) {
        long ticketId = refs.idOf(reference);
        TaskView before = view(ticketId, Ids.of("task", task));
        tasks.change(before.id(), task(body), body.version() == null ? before.version() : body.version());
        if (body.done() != null && body.done() != before.isDone()) {
            tasks.done(before.id(), body.done());
        }
        return view(ticketId, before.id());
    }

    @DELETE
    @Path("{task}")
    @NeedsScope(WRITE)
    public void remove(@PathParam("ticket") String reference, @PathParam("task") String task) {
        tasks.remove(view(refs.idOf(reference), Ids.of("task", task)).id());
    }

    private TaskView view(long ticketId, long id) {
        return tasks.of(ticketId).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("task", id));
    }

    private static NewTask task(TaskBody body) {
        return new NewTask(
                body.checklist(),
                body.title(),
                body.assigneeId(),
                Input.instant("startAt", body.startAt()),
                Input.instant("dueAt", body.dueAt()),
                Boolean.TRUE.equals(body.required()));
    }
}
