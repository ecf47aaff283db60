package org.pilet.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.platform.Roles;

/** Makes a stranger known on the system's behalf: somebody who registers has no rights yet. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class Registration {

    @EJB
    private People people;

    /** The id of the person with this address; refused with {@code refusal.input.address} when it is none. */
    public long personFor(NewPerson stranger) {
        return people.recognise(stranger).id();
    }
}
