package org.pilet.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class TeamStore {

    private static final String SELECT = "select t.id, t.name, t.lead_id, l.name as lead_name, coalesce((select"
            + " string_agg(m.person_id::text, ',' order by m.person_id) from team_member m where m.team_id = t.id),"
            + " '') as members from team t left join person l on l.id = t.lead_id ";

    @Inject
    private Sql sql;

    List<TeamView> all() {
        return sql.list(SELECT + "order by t.name", TeamStore::team);
    }

    Optional<TeamView> find(long id) {
        return sql.first(SELECT + "where t.id = ?", TeamStore::team, id);
    }

    private static TeamView team(Row row) {
        String members = row.text("members");
        List<Long> ids = members.isEmpty()
                ? List.of()
                : List.of(members.split(",")).stream().map(Long::valueOf).toList();
        return new TeamView(
                row.number("id"), row.text("name"), row.numberOrNull("lead_id"), row.text("lead_name"), ids);
    }
}
