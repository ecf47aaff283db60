package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.pilet.people.ContactView;
import org.pilet.people.Contacts;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.people.PersonKind;
import org.pilet.people.PersonView;
import org.pilet.platform.NotFound;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkLists;

/** Customers, for staff. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("people:read")
public class CustomersResource {

    private static final int FEW = 20;

    @Inject
    private People people;

    @Inject
    private Contacts contacts;

    @Inject
    private WorkLists workLists;

    @Inject
    private Creation creation;

    @GET
    public Links.Items<PersonView> search(@QueryParam("q") String text, @QueryParam("limit") String limit) {
        return Links.all(people.search(text == null ? "" : text, PersonKind.CUSTOMER, checked(limit)));
    }

    @GET
    @Path("{customer}")
    public PersonView view(@PathParam("customer") String id) {
        PersonView person = people.view(Ids.of("person", id));
        if (person.kind() != PersonKind.CUSTOMER) {
            throw new NotFound("person", id);
        }
        return person;
    }

    @GET
    @Path("{customer}/tickets")
    @NeedsScope("tickets:read")
    public Links.Items<WorkListRow> tickets(@PathParam("customer") String id, @QueryParam("limit") String limit) {
        return Links.all(workLists.recentOf(view(id).id(), checked(limit)));
    }

    /** 201 for a stranger, 200 for an address that is known already: then nothing is changed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public Response know(NewCustomer asked) {
        return creation.of(asked, () -> {
            Optional<PersonView> known = people.byAddress(Input.required("email", asked.email()));
            PersonView person = known.orElseGet(() -> people.recognise(new NewPerson(
                    PersonKind.CUSTOMER, asked.name(), asked.email(), asked.phone(), asked.language(), asked.zone())));
            int status = (known.isPresent() ? Response.Status.OK : Response.Status.CREATED).getStatusCode();
            return new Creation.Created(status, "/customers/" + person.id(), person);
        });
    }

    /** How somebody can be reached, said to be right. */
    public record ContactBody(String name, String phone) {}

    @GET
    @Path("{customer}/contact")
    public ContactView contact(@PathParam("customer") String id) {
        return contacts.of(view(id).id());
    }

    @PUT
    @Path("{customer}/contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public ContactView confirm(@PathParam("customer") String id, ContactBody body) {
        return contacts.confirm(view(id).id(), body.name(), body.phone());
    }

    private static int checked(String limit) {
        return Input.limit(limit, FEW, WorkLists.LARGEST_PAGE);
    }
}
