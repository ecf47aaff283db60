package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.security.Caller;

/** How many tickets stand in each of the views that show open ones. */
@Dependent
class ViewCountStore {

    private static final String ALL =
            "select count(*) as all_open, count(*) filter (where t.owner_id is null) as unassigned,"
                    + " count(*) filter (where t.escalated) as escalated, count(*) filter (where t.owner_id = ?) as mine,"
                    + " count(*) filter (where t.responsible_id = ?) as responsible,"
                    + " count(*) filter (where t.queue_id in (select q.id from queue q where q.team_id = any(?::bigint[])))"
                    + " as team, count(*) filter (where " + WorkListConditions.AT_RISK
                    + ") as at_risk, count(*) filter (where "
                    + WorkListConditions.FORGOTTEN + ") as needs_attention from ticket t";

    @Inject
    private Sql sql;

    /** All of them. */
    Map<WorkListView, Long> counts(Caller caller, Instant now) {
        Conditions conditions = WorkListConditions.of(WorkListView.ALL_OPEN, caller, now);
        List<Object> parameters = new ArrayList<>();
        parameters.add(caller.personId());
        parameters.add(caller.personId());
        parameters.add(caller.teamIds());
        parameters.add(now);
        parameters.addAll(List.of(WorkListConditions.forgotten(now)));
        parameters.addAll(conditions.parameters());
        return sql.list(ALL + conditions.where(), ViewCountStore::counts, parameters.toArray())
                .get(0);
    }

    /** The same, no further than anybody reads. */
    Map<WorkListView, Count> counts(Caller caller, Instant now, int most) {
        List<String> statements = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        Stream.of(WorkListView.values()).filter(WorkListView::isOpenOnly).forEach(view -> {
            Conditions conditions = WorkListConditions.of(view, caller, now);
            statements.add(TicketIdStore.counting("'" + view + "'", conditions));
            parameters.addAll(conditions.limited(most + 1).parameters());
        });
        Map<WorkListView, Count> counts = new EnumMap<>(WorkListView.class);
        sql.list(
                String.join(" union all ", statements),
                row -> counts.put(row.constant("key", WorkListView.class), Count.upTo(most, row.number("value"))),
                parameters.toArray());
        return counts;
    }

    private static Map<WorkListView, Long> counts(Row row) {
        Map<WorkListView, Long> counts = new EnumMap<>(WorkListView.class);
        counts.put(WorkListView.MINE, row.number("mine"));
        counts.put(WorkListView.RESPONSIBLE, row.number("responsible"));
        counts.put(WorkListView.TEAM, row.number("team"));
        counts.put(WorkListView.UNASSIGNED, row.number("unassigned"));
        counts.put(WorkListView.NEEDS_ATTENTION, row.number("needs_attention"));
        counts.put(WorkListView.AT_RISK, row.number("at_risk"));
        counts.put(WorkListView.ESCALATED, row.number("escalated"));
        counts.put(WorkListView.ALL_OPEN, row.number("all_open"));
        return counts;
    }
}
