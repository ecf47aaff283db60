package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.pilet.security.Permission;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueCare;
import org.pilet.tickets.QueueDraft;
import org.pilet.tickets.QueueRight;
import org.pilet.tickets.QueueSettings;

/** The queues as administrators tend them. */
@Path("queue-settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class QueueSettingsResource {

    @EJB
    private QueueCare care;

    @Inject
    private Creation creation;

    /** What a team shall be allowed. */
    public record QueueRightBody(Long teamId, String permission) {}

    /** A queue to be made, or what one shall be. */
    public record QueueBody(
            String name,
            String address,
            Long teamId,
            Long defaultCategoryId,
            String defaultPriority,
            List<QueueRightBody> rights,
            Long parentId,
            Boolean active,
            Integer version) {}

    @GET
    public Links.Items<QueueSettings> all() {
        return Links.all(care.all());
    }

    @GET
    @Path("{queue}")
    public QueueSettings view(@PathParam("queue") String reference) {
        return care.view(Ids.of("queue", reference));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(QueueBody body) {
        return creation.of(body, () -> {
            long id = care.add(draft(body, List.of(), 0));
            return Creation.Created.at("/queue-settings/" + id, care.view(id));
        });
    }

    @PUT
    @Path("{queue}")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueSettings replace(@PathParam("queue") String reference, QueueBody body) {
        long id = Ids.of("queue", reference);
        QueueSettings before = care.view(id);
        care.change(id, draft(body, before.rights(), Input.required("version", body.version())));
        if (Boolean.FALSE.equals(body.active())) {
            care.retire(id);
        } else if (Boolean.TRUE.equals(body.active())) {
            care.restore(id);
        }
        return care.view(id);
    }

    /** Rights that are left out stay as they are. */
    private static QueueDraft draft(QueueBody body, List<QueueRight> before, int version) {
        return new QueueDraft(
                body.name(),
                body.address(),
                Input.required("teamId", body.teamId()),
                Input.required("defaultCategoryId", body.defaultCategoryId()),
                body.defaultPriority() == null
                        ? Priority.NORMAL
                        : Input.choice("defaultPriority", Priority.class, body.defaultPriority()),
                body.rights() == null
                        ? before
                        : body.rights().stream()
                                .map(right -> new QueueRight(
                                        Input.required("teamId", right.teamId()),
                                        null,
                                        Input.choice("permission", Permission.class, right.permission())))
                                .toList(),
                body.parentId(),
                version);
    }
}
