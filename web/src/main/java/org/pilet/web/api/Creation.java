package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.pilet.platform.IdempotentAnswer;
import org.pilet.platform.IdempotentRequests;

/** Creates things, once where the caller gave an {@code Idempotency-Key}. */
@RequestScoped
public class Creation {

    static final String KEY = "Idempotency-Key";

    @Inject
    private IdempotentRequests requests;

    @Inject
    private HttpServletRequest request;

    /** A new thing: where it is, below the API's address, and how it is answered. */
    record Created(int status, String path, Object body) {

        static Created at(String path, Object body) {
            return new Created(Response.Status.CREATED.getStatusCode(), path, body);
        }
    }

    /** Carries it out, or answers as before; {@code body} is what was sent. */
    Response of(Object body, Supplier<Created> work) {
        String key = request.getHeader(KEY);
        if (key == null) {
            return response(answer(work.get()));
        }
        String content = request.getMethod() + " " + request.getRequestURI() + "\n" + Json.of(body);
        return response(requests.once(key, content, () -> answer(work.get())));
    }

    private static IdempotentAnswer answer(Created created) {
        return IdempotentAnswer.of(created.status(), created.path(), Json.of(created.body()));
    }

    private Response response(IdempotentAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
        if (answer.location() != null) {
            response.location(URI.create(request.getContextPath() + "/" + Api.PATH + answer.location()));
        }
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
