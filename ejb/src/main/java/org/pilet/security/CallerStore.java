package org.pilet.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.Roles;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class CallerStore {

    private static final String SELECT = "select p.id, p.name, p.language, p.zone,"
            + " (select string_agg(r.role, ',') from account_role r where r.person_id = p.id) as roles,"
            + " (select string_agg(m.team_id::text, ',') from team_member m where m.person_id = p.id) as teams,"
            + " (select string_agg(g.queue_id::text, ',') from queue_grant g join team_member m on m.team_id ="
            + " g.team_id where m.person_id = p.id) as view_queues,"
            + " (select string_agg(g.queue_id::text, ',') from queue_grant g join team_member m on m.team_id ="
            + " g.team_id where m.person_id = p.id and g.permission = 'WORK') as work_queues"
            + " from person p where p.id = ? and p.active";

    @Inject
    private Sql sql;

    Optional<Caller> find(long personId, Long onlyTicketId) {
        return sql.first(SELECT, row -> caller(row, onlyTicketId), personId);
    }

    private static Caller caller(Row row, Long onlyTicketId) {
        Set<String> roles = new HashSet<>(split(row.text("roles")).toList());
        if (onlyTicketId != null || roles.isEmpty()) {
            roles = Set.of(Roles.CUSTOMER); // a link opens one ticket, whatever else its owner may do when signed in
        }
        boolean agent = roles.contains(Roles.AGENT) || roles.contains(Roles.TEAM_LEAD);
        return new Caller(
                row.number("id"),
                onlyTicketId,
                row.text("name"),
                row.text("language"),
                row.text("zone"),
                Set.copyOf(roles),
                ids(row.text("teams")),
                agent ? ids(row.text("view_queues")) : Set.of(),
                agent ? ids(row.text("work_queues")) : Set.of(),
                roles.contains(Roles.ADMINISTRATOR));
    }

    private static Set<Long> ids(String joined) {
        return split(joined).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> split(String joined) {
        return joined == null ? Stream.empty() : Stream.of(joined.split(","));
    }
}
