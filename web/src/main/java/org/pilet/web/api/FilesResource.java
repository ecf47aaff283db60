package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pilet.conversation.AttachmentContent;
import org.pilet.conversation.Attachments;
import org.pilet.platform.InvalidInput;

/** Files: sent before the message they belong to, fetched as downloads that no browser would run. */
@Path("")
@RequestScoped
@NeedsScope("tickets:write")
public class FilesResource {

    static final String NAME = "X-File-Name";

    @Inject
    private Uploads uploads;

    @Inject
    private Attachments attachments;

    @POST
    @Path("uploads")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(
            @HeaderParam(NAME) String name, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream content) {
        String plain = decoded(Input.required(NAME, name));
        return created(
                List.of(uploads.store(plain, type == null ? MediaType.APPLICATION_OCTET_STREAM : type, content)));
    }

    @POST
    @Path("uploads")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(List<EntityPart> parts) throws IOException {
        List<Uploads.Upload> stored = new ArrayList<>();
        for (EntityPart part : parts) {
            if (part.getFileName().isPresent()) {
                try (InputStream content = part.getContent()) {
                    stored.add(uploads.store(part.getFileName().get(), String.valueOf(part.getMediaType()), content));
                }
            }
        }
        if (stored.isEmpty()) {
            throw new InvalidInput("file", "required");
        }
        return created(stored);
    }

    @GET
    @Path("attachments/{attachment}")
    @Produces(MediaType.WILDCARD)
    @NeedsScope("tickets:read")
    public Response download(@PathParam("attachment") String id) {
        AttachmentContent file = attachments.open(Ids.of("attachment", id));
        StreamingOutput body = out -> {
            try (InputStream content = file.content()) {
                content.transferTo(out);
            }
        };
        return download(body, file.attachment().name(), file.attachment().size())
                .tag(file.sha256())
                .build();
    }

    /** As bytes to be kept, whatever they are. */
    static Response.ResponseBuilder download(StreamingOutput body, String name, long size) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded);
    }

    private static Response created(List<Uploads.Upload> stored) {
        return Response.status(Response.Status.CREATED)
                .entity(Links.all(stored))
                .build();
    }

    /** Percent-encoded UTF-8, since headers carry ASCII only. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(NAME, "malformed", name);
        }
    }
}
