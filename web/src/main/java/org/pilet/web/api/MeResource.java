package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.pilet.people.People;
import org.pilet.people.PersonView;

/** Whom the token speaks for, and what it may be used for. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope(NeedsScope.ANY)
public class MeResource {

    @Inject
    private People people;

    @Inject
    private Callers callers;

    /** The person, their roles and this token's scopes. */
    public record Me(PersonView person, Set<String> roles, Set<String> scopes) {}

    @GET
    public Me me() {
        return new Me(people.myself(), callers.roles(), callers.scopes());
    }
}
