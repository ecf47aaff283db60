package org.pilet.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.pilet.conversation.ConversationMovedOn;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Refusal;
import org.pilet.tickets.TicketChangedMeanwhile;
import org.pilet.tickets.TicketEventView;
import org.pilet.web.common.Faults;
import org.pilet.web.common.Language;
import org.pilet.web.common.Texts;

/**
 * Where every error of the API ends: a refusal gets its status and its words, a fault one log line and an incident id,
 * and what the container refuses (no such path, wrong method or type) looks the same.
 */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final String RETRY_SECONDS = "5";

    @Inject
    private Texts texts;

    @Inject
    private CallerLanguage language;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<Refusal> refusal = Faults.refusal(thrown);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (thrown instanceof WebApplicationException web) {
            return answered(web);
        }
        if (Faults.isForbidden(thrown)) {
            return plain(Response.Status.FORBIDDEN.getStatusCode()).build();
        }
        if (Faults.isOutage(thrown)) {
            return plain(Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        if (Faults.isTooLarge(thrown)) {
            return plain(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                    .build();
        }
        return fault(thrown);
    }

    private Response refused(Refusal refusal) {
        int status = status(refusal);
        List<TicketEventView> meanwhile = meanwhile(refusal);
        String key = refusal.key();
        Language spoken = language.ofCaller();
        Response.ResponseBuilder response = problem(new Problem(
                "urn:pilet:" + key,
                texts.format(spoken, "api.title." + status),
                status,
                texts.format(spoken, key, refusal.arguments()),
                refusal instanceof InvalidInput input ? input.field() : null,
                null,
                meanwhile));
        if (refusal.kind() == Refusal.Kind.THROTTLED) {
            Object[] arguments = refusal.arguments();
            response.header(HttpHeaders.RETRY_AFTER, arguments.length > 0 ? arguments[0] : RETRY_SECONDS);
        }
        return response.build();
    }

    private int status(Refusal refusal) {
        boolean preconditionFailed = request.getHeader(HttpHeaders.IF_MATCH) != null && meanwhile(refusal) != null;
        return switch (refusal.kind()) {
            case INVALID -> UNPROCESSABLE;
            case NOT_FOUND -> Response.Status.NOT_FOUND.getStatusCode();
            case FORBIDDEN -> Response.Status.FORBIDDEN.getStatusCode();
            case CONFLICT ->
                preconditionFailed
                        ? Response.Status.PRECONDITION_FAILED.getStatusCode()
                        : Response.Status.CONFLICT.getStatusCode();
            case TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
            case THROTTLED -> TOO_MANY;
        };
    }

    private static List<TicketEventView> meanwhile(Refusal refusal) {
        if (refusal instanceof TicketChangedMeanwhile changed) {
            return changed.meanwhile();
        }
        return refusal instanceof ConversationMovedOn moved ? moved.meanwhile() : null;
    }

    /** What the runtime itself refuses keeps its status and headers such as Allow. */
    private Response answered(WebApplicationException web) {
        Response given = web.getResponse();
        if (given.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return given;
        }
        if (given.getStatus() == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return fault(web);
        }
        Response.ResponseBuilder response = plain(given.getStatus());
        given.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    private Response fault(Throwable thrown) {
        String incident = Faults.log(thrown, request.getMethod() + " " + request.getRequestURI())
                .id();
        int status = Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        Language spoken = language.ofRequest();
        return problem(new Problem(
                        "about:blank",
                        texts.format(spoken, "api.title." + status),
                        status,
                        texts.format(spoken, "api.detail." + status),
                        null,
                        incident,
                        null))
                .build();
    }

    private Response.ResponseBuilder plain(int status) {
        Language spoken = language.ofRequest();
        String title = texts.in(spoken).getOrDefault("api.title." + status, phrase(status));
        String detail = texts.in(spoken).getOrDefault("api.detail." + status, title);
        return problem(Problem.of(status, title, detail));
    }

    private static String phrase(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? String.valueOf(status) : known.getReasonPhrase();
    }

    /** Written as text, so that no Accept header can keep the problem from being told. */
    private static Response.ResponseBuilder problem(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.of(problem));
    }
}
