package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pilet.tickets.TagUse;
import org.pilet.tickets.Tags;
import org.pilet.tickets.TagsReplaced;

/** The words that tickets are marked with, over all tickets. */
@Path("tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("tickets:read")
public class TagsResource {

    @EJB
    private Tags tags;

    /** What a tag shall be called from now on. */
    public record TagName(String tag) {}

    @GET
    public Links.Items<TagUse> all(@QueryParam("prefix") String prefix) {
        return Links.all(tags.beginningWith(prefix));
    }

    @PUT
    @Path("{tag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public TagsReplaced rename(@PathParam("tag") String tag, TagName to) {
        return tags.rename(tag, to.tag());
    }

    @DELETE
    @Path("{tag}")
    @NeedsScope("tickets:write")
    public TagsReplaced remove(@PathParam("tag") String tag) {
        return tags.remove(tag);
    }

    @POST
    @Path("changes/{change}/undo")
    @NeedsScope("tickets:write")
    public TagsReplaced undo(@PathParam("change") String id) {
        return tags.undo(Ids.of("change", id));
    }
}
