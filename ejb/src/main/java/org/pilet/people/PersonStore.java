package org.pilet.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class PersonStore {

    private static final String SELECT =
            "select p.id, p.kind, p.name, p.email, p.phone, p.language, p.zone, p.organisation_id, o.name as"
                    + " organisation_name, p.undeliverable_since, p.version from person p left join organisation o on"
                    + " o.id = p.organisation_id ";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** Inserts the person with their address and flushes, so that a rival insert of the address shows here. */
    Person add(Person person, String address) {
        entities.persist(person);
        entities.flush();
        entities.persist(new ContactPoint(person.id(), "EMAIL", address));
        entities.flush();
        return person;
    }

    Person find(long id) {
        return entities.find(Person.class, id);
    }

    void flush() {
        entities.flush();
    }

    Optional<PersonView> view(long id) {
        return sql.first(SELECT + "where p.id = ?", PersonStore::person, id);
    }

    Optional<PersonView> byAddress(String address) {
        return sql.first(
                SELECT + "join contact_point c on c.person_id = p.id where c.kind = 'EMAIL' and c.address = ?",
                PersonStore::person,
                address);
    }

    /** Serialises rivals that meet the same unknown address at the same moment, until their transactions end. */
    void lockAddress(String address) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, address);
    }

    List<PersonView> search(String text, PersonKind kind, int limit) {
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return sql.list(
                SELECT
                        + "where p.active and (?::text is null or p.kind = ?) and (folded(p.name) like folded(?) or p.email like"
                        + " lower(?)) order by p.name, p.id limit ?",
                PersonStore::person,
                kind,
                kind,
                pattern,
                pattern,
                limit);
    }

    Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        sql.list(
                "select id, name from person where id = any(?::bigint[])",
                row -> names.put(row.number("id"), row.text("name")),
                ids);
        return names;
    }

    Long organisationOf(String domain) {
        return sql.first(
                        "select organisation_id from organisation_domain where domain = ?",
                        row -> row.number("organisation_id"),
                        domain)
                .orElse(null);
    }

    private static PersonView person(Row row) {
        return new PersonView(
                row.number("id"),
                row.constant("kind", PersonKind.class),
                row.text("name"),
                row.text("email"),
                row.text("phone"),
                row.text("language"),
                row.text("zone"),
                row.numberOrNull("organisation_id"),
                row.text("organisation_name"),
                row.instant("undeliverable_since"),
                row.integer("version"));
    }
}
