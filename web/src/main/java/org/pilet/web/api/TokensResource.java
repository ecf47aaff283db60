package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.security.ApiTokenView;
import org.pilet.security.ApiTokens;

/**
 * The caller's own tokens. Needs the scope {@code admin}, since a token that can make tokens could give itself more than
 * it was given. Has no idempotency key: the secret is never kept, so it cannot be answered twice.
 */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class TokensResource {

    private static final int DAYS = 90;
    private static final int LONGEST_DAYS = 366;

    @Inject
    private ApiTokens tokens;

    /** The secret, shown this once. */
    public record Secret(String token) {}

    @GET
    public Links.Items<ApiTokenView> mine() {
        return Links.all(tokens.mine());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewToken asked) {
        int days = asked.validForDays() == null ? DAYS : asked.validForDays();
        if (days < 1 || days > LONGEST_DAYS) {
            throw new InvalidInput("validForDays", "range", 1, LONGEST_DAYS);
        }
        Set<String> scopes = Set.copyOf(Input.texts("scopes", asked.scopes()));
        String secret = tokens.create(asked.name(), scopes, Duration.ofDays(days));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Secret(secret))
                .build();
    }

    @DELETE
    @Path("{token}")
    public void revoke(@PathParam("token") String id) {
        tokens.revoke(Ids.of("token", id));
    }
}
