package org.pilet.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class ContactStore {

    @Inject
    private Sql sql;

    Optional<ContactView> find(long personId) {
        return sql.first(
                "select p.id, p.name, p.email, p.phone, p.contact_confirmed_at, c.name as confirmed_by from person p left"
                        + " join person c on c.id = p.contact_confirmed_by where p.id = ?",
                row -> new ContactView(
                        row.number("id"),
                        row.text("name"),
                        row.text("email"),
                        row.text("phone"),
                        row.instant("contact_confirmed_at"),
                        row.text("confirmed_by")),
                personId);
    }

    void confirmed(long personId, Instant now, long by) {
        sql.update(
                "update person set contact_confirmed_at = ?, contact_confirmed_by = ? where id = ?", now, by, personId);
    }

    void forget(long personId, Instant at) {
        sql.update("update person set contact_confirmed_at = ? where id = ?", at, personId);
    }
}
