package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.people.OrganisationView;
import org.pilet.people.Organisations;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;

/** What tickets refer to: queues, who works them, categories, organisations. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class DirectoryResource {

    private static final String PEOPLE = "people:read";

    @Inject
    private Queues queues;

    @Inject
    private Categories categories;

    @Inject
    private Organisations organisations;

    @GET
    @Path("queues")
    public Links.Items<QueueView> queues() {
        return Links.all(queues.active());
    }

    @GET
    @Path("queues/{queue}")
    public QueueView queue(@PathParam("queue") String id) {
        return queues.view(Ids.of("queue", id));
    }

    @GET
    @Path("queues/{queue}/workers")
    @NeedsScope(PEOPLE)
    public Links.Items<QueueView.Worker> workers(@PathParam("queue") String id) {
        return Links.all(queues.workers(queues.view(Ids.of("queue", id)).id()));
    }

    @GET
    @Path("categories")
    public Links.Items<CategoryView> categories() {
        return Links.all(categories.active());
    }

    @GET
    @Path("categories/{category}")
    public CategoryView category(@PathParam("category") String id) {
        return categories.view(Ids.of("category", id));
    }

    @GET
    @Path("organisations")
    @NeedsScope(PEOPLE)
    public Links.Items<OrganisationView> organisations() {
        return Links.all(organisations.all());
    }

    @GET
    @Path("organisations/{organisation}")
    @NeedsScope(PEOPLE)
    public OrganisationView organisation(@PathParam("organisation") String id) {
        return organisations.view(Ids.of("organisation", id));
    }
}
