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
import org.pilet.notifications.MailEvent;
import org.pilet.notifications.MailPreview;
import org.pilet.notifications.MailTemplateDraft;
import org.pilet.notifications.MailTemplateView;
import org.pilet.notifications.MailTemplates;

/** The words of what the house writes by itself, by event, language and queue. */
@Path("mail-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailTemplatesResource {

    @EJB
    private MailTemplates templates;

    @GET
    public Links.Items<MailTemplateView> written() {
        return Links.all(templates.written());
    }

    @GET
    @Path("{event}/{language}")
    public MailTemplateView view(
            @PathParam("event") String event,
            @PathParam("language") String language,
            @QueryParam("queue") String queue) {
        return templates.view(event(event), language, queue(queue));
    }

    @PUT
    @Path("{event}/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailTemplateView set(
            @PathParam("event") String event,
            @PathParam("language") String language,
            @QueryParam("queue") String queue,
            MailTemplateBody words) {
        return templates.save(draft(event, language, queue, words));
    }

    @DELETE
    @Path("{event}/{language}")
    public MailTemplateView reset(
            @PathParam("event") String event,
            @PathParam("language") String language,
            @QueryParam("queue") String queue) {
        return templates.reset(event(event), language, queue(queue));
    }

    @POST
    @Path("{event}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailPreview preview(
            @PathParam("event") String event,
            @PathParam("language") String language,
            @QueryParam("queue") String queue,
            MailTemplateBody words) {
        return templates.preview(draft(event, language, queue, words));
    }

    private static MailTemplateDraft draft(String event, String language, String queue, MailTemplateBody words) {
        return new MailTemplateDraft(
                event(event),
                language,
                queue(queue),
                words.subject(),
                words.body(),
                words.version() == null ? 0 : words.version());
    }

    private static MailEvent event(String named) {
        return Input.choice("event", MailEvent.class, named);
    }

    private static Long queue(String id) {
        return id == null || id.isBlank() ? null : Ids.of("queue", id);
    }
}
