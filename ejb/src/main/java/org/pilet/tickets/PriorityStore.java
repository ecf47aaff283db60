package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class PriorityStore {

    @Inject
    private Sql sql;

    PriorityStore() {}

    PriorityStore(Sql sql) {
        this.sql = sql;
    }

    List<PriorityCell> all() {
        return sql.list(
                "select * from priority_matrix order by array_position(array['HIGH', 'MEDIUM', 'LOW'], impact),"
                        + " array_position(array['HIGH', 'MEDIUM', 'LOW'], urgency)",
                PriorityStore::cell);
    }

    Priority of(Impact impact, Urgency urgency) {
        return sql.first(
                        "select * from priority_matrix where impact = ? and urgency = ?",
                        row -> cell(row).priority(),
                        impact.name(),
                        urgency.name())
                .orElseThrow();
    }

    void put(PriorityCell cell) {
        sql.update(
                "update priority_matrix set priority = ? where impact = ? and urgency = ?",
                cell.priority().name(),
                cell.impact().name(),
                cell.urgency().name());
    }

    private static PriorityCell cell(Row row) {
        return new PriorityCell(
                row.constant("impact", Impact.class),
                row.constant("urgency", Urgency.class),
                row.constant("priority", Priority.class));
    }
}
