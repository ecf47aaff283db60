package org.pilet.reporting.dashboard;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class DashboardStore {

    @Inject
    private Sql sql;

    /** A team's preset. */
    record Preset(String teamName, String tiles) {}

    /** Of the first of these teams, by name, that has one. */
    Optional<Preset> preset(Collection<Long> teamIds) {
        return sql.first(
                "select t.name, p.tiles from dashboard_preset p join team t on t.id = p.team_id where p.team_id ="
                        + " any(?::bigint[]) order by t.name limit 1",
                row -> new Preset(row.text("name"), row.text("tiles")),
                teamIds);
    }

    void savePreset(long teamId, String tiles, Long personId, Instant now) {
        sql.update(
                "insert into dashboard_preset (team_id, tiles, changed_at, changed_by) values (?, ?, ?, ?) on conflict"
                        + " (team_id) do update set tiles = excluded.tiles, changed_at = excluded.changed_at, changed_by"
                        + " = excluded.changed_by",
                teamId,
                tiles,
                now,
                personId);
    }

    void removePreset(long teamId) {
        sql.update("delete from dashboard_preset where team_id = ?", teamId);
    }
}
