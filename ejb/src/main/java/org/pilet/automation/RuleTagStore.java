package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pilet.automation.RuleCategoryStore.Place;
import org.pilet.platform.Sql;

@Dependent
class RuleTagStore {

    @Inject
    private Sql sql;

    /** Those that may name one, by id; locked. */
    Map<Long, String> definitions(Place place) {
        Map<Long, String> definitions = new LinkedHashMap<>();
        sql.list(
                "select id, definition from " + place.table()
                        + " where strpos(definition, 'tag\"') > 0 order by id for update",
                row -> definitions.put(row.number("id"), row.text("definition")));
        return definitions;
    }

    void rewrite(Place place, long changeId, long id, String before, String after) {
        sql.update("update " + place.table() + " set definition = ?, version = version + 1 where id = ?", after, id);
        sql.update(
                "insert into rule_tag (change_id, place, row_id, before, after) values (?, ?, ?, ?, ?)",
                changeId,
                place,
                id,
                before,
                after);
    }

    /** Where nobody has changed it since. */
    void bringBack(Place place, long changeId) {
        sql.update(
                "update " + place.table()
                        + " d set definition = c.before, version = version + 1 from rule_tag c where c.change_id = ? and"
                        + " c.place = ? and d.id = c.row_id and d.definition = c.after",
                changeId,
                place);
    }
}
