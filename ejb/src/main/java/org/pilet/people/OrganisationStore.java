package org.pilet.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class OrganisationStore {

    private static final String SELECT = "select o.id, o.name, coalesce((select string_agg(d.domain, ',' order by"
            + " d.domain) from organisation_domain d where d.organisation_id = o.id), '') as domains from"
            + " organisation o ";

    @Inject
    private Sql sql;

    List<OrganisationView> all() {
        return sql.list(SELECT + "order by o.name", OrganisationStore::organisation);
    }

    Optional<OrganisationView> find(long id) {
        return sql.first(SELECT + "where o.id = ?", OrganisationStore::organisation, id);
    }

    private static OrganisationView organisation(Row row) {
        String domains = row.text("domains");
        return new OrganisationView(
                row.number("id"), row.text("name"), domains.isEmpty() ? List.of() : List.of(domains.split(",")));
    }
}
