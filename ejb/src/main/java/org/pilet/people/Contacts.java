package org.pilet.people;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Keeps customers' contact data right: whoever closes a ticket is asked whether they still are. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Contacts {

    @EJB
    private People people;

    @Inject
    private PersonStore store;

    @Inject
    private ContactStore contacts;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Refused with {@link NotFound}. */
    public ContactView of(long personId) {
        return contacts.find(personId).orElseThrow(() -> new NotFound("person", personId));
    }

    /**
     * Says that these are right, as they were or corrected. Colleagues tend their own: refused with {@link NotFound} when
     * it is no customer; refused as a profile is when the name is missing.
     */
    public ContactView confirm(long personId, String name, String phone) {
        PersonView before = people.view(personId);
        if (before.kind() != PersonKind.CUSTOMER) {
            throw new NotFound("person", personId);
        }
        store.find(personId).apply(new Profile(name, phone, before.language(), before.zone()));
        store.flush();
        contacts.confirmed(
                personId, clock.now(), Long.valueOf(context.getCallerPrincipal().getName()));
        return of(personId);
    }

    /** Takes a confirmation back, with what it corrected. */
    public void takeBack(ContactView before) {
        confirm(before.personId(), before.name(), before.phone());
        contacts.forget(before.personId(), before.confirmedAt());
    }
}
