package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.security.Accounts;

/** Sends the link to choose a password: registration and forgotten password are the same gesture. */
@Dependent
class PasswordNotice implements NoticeKind {

    @EJB
    private People people;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "account.choosePassword";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        return person.email() == null
                ? Optional.empty()
                : Optional.of(Draft.to(
                        person,
                        "password",
                        person.name(),
                        links.password(payload.getString("token")),
                        String.valueOf(Accounts.PASSWORD_LINK.toHours())));
    }
}
