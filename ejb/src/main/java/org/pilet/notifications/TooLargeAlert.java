package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;

/** Tells an administrator that somebody has sent more than a mailbox takes; like all automatic mail, not too often. */
@Dependent
class TooLargeAlert implements NoticeKind {

    @EJB
    private People people;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "mail.tooLarge.alert";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        String sender = payload.getString("sender");
        return Optional.of(Draft.to(
                        person,
                        "tooLargeAlert",
                        person.name(),
                        sender.isEmpty() ? "–" : sender,
                        payload.getString("subject"),
                        TooLargeNotice.megabytes(payload.getJsonNumber("size").longValue(), person.language()),
                        TooLargeNotice.megabytes(
                                payload.getJsonNumber("largest").longValue(), person.language()),
                        payload.getString("mailbox"),
                        links.mailLog())
                .seldom());
    }
}
