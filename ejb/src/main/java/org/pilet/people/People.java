package org.pilet.people;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Customers and agents: who they are and how they are recognised. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class People {

    @Inject
    private PersonStore store;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * The person with this address, made known now if nobody has it: a customer, of the organisation that owns the
     * address's domain. Two callers with the same new address at once get the same person.
     */
    public PersonView recognise(NewPerson sender) {
        String address = MailAddress.normalise(sender.email());
        return store.byAddress(address).orElseGet(() -> {
            store.lockAddress(address);
            return store.byAddress(address).orElseGet(() -> add(sender, address));
        });
    }

    /** Refused with {@link NotFound}. */
    public PersonView view(long id) {
        return store.view(id).orElseThrow(() -> new NotFound("person", id));
    }

    public Optional<PersonView> byAddress(String address) {
        return store.byAddress(MailAddress.normalise(address));
    }

    /** Active people whose name or address contains the text; kind null means both; at most {@code limit}. */
    public List<PersonView> search(String text, PersonKind kind, int limit) {
        return store.search(text.strip(), kind, limit);
    }

    /** Names only, which everybody who may see a ticket may see of the people on it. */
    @RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM
    })
    public Map<Long, String> names(Collection<Long> ids) {
        return store.names(ids);
    }

    /** The caller's own record. */
    @RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
    public PersonView myself() {
        return view(myId());
    }

    /** Changes the caller's own record. */
    @RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
    public PersonView changeProfile(Profile profile) {
        store.find(myId()).apply(profile);
        store.flush();
        return myself();
    }

    /** Notes that mail to this person came back for good. */
    public void bounced(long personId) {
        Person person = store.find(personId);
        if (person == null) {
            throw new NotFound("person", personId);
        }
        person.bounced(clock.now());
    }

    private PersonView add(NewPerson sender, String address) {
        Long organisationId = store.organisationOf(MailAddress.domain(address));
        Person person = store.add(new Person(sender, address, organisationId, clock.now()), address);
        return view(person.id());
    }

    private long myId() {
        String name = context.getCallerPrincipal().getName();
        int limit = name.indexOf('#'); // a caller by signed link is limited to one ticket: "person#ticket"
        return Long.parseLong(limit < 0 ? name : name.substring(0, limit));
    }
}
