package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class MacroStore {

    @Inject
    private Sql sql;

    List<MacroView> all() {
        return sql.list("select * from macro order by position, name", MacroStore::macro);
    }

    Optional<MacroView> find(long id) {
        return sql.first("select * from macro where id = ?", MacroStore::macro, id);
    }

    boolean nameTaken(String name, long exceptId) {
        return sql.number(
                        "select count(*) as value from macro where lower(name) = lower(?) and id <> ?", name, exceptId)
                > 0;
    }

    long save(MacroDraft macro) {
        long id = macro.id() != null ? macro.id() : sql.number("select nextval('macro_seq') as value");
        sql.update(
                "insert into macro (id, name, position, queue_id, definition, active) values (?, ?, ?, ?, ?, ?) on"
                        + " conflict (id) do update set name = excluded.name, position = excluded.position, queue_id ="
                        + " excluded.queue_id, definition = excluded.definition, active = excluded.active, version ="
                        + " macro.version + 1",
                id,
                macro.name(),
                macro.position(),
                macro.queueId(),
                macro.definition(),
                macro.active());
        return id;
    }

    int remove(long id) {
        return sql.update("delete from macro where id = ?", id);
    }

    private static MacroView macro(Row row) {
        return new MacroView(
                row.number("id"),
                row.text("name"),
                row.integer("position"),
                row.numberOrNull("queue_id"),
                row.text("definition"),
                row.flag("active"),
                row.integer("version"));
    }
}
