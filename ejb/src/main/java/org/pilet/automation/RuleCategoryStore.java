package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pilet.platform.Sql;

@Dependent
class RuleCategoryStore {

    @Inject
    private Sql sql;

    /** What is written in JSON and may name a category. */
    enum Place {
        RULE("automation_rule"),
        MACRO("macro");

        private final String table;

        Place(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    /** Those that may name one, by id; locked. */
    Map<Long, String> definitions(Place place) {
        Map<Long, String> definitions = new LinkedHashMap<>();
        sql.list(
                "select id, definition from " + place.table
                        + " where strpos(definition, '\"category\"') > 0 order by id" + " for update",
                row -> definitions.put(row.number("id"), row.text("definition")));
        return definitions;
    }

    void rewrite(Place place, long mergeId, long id, String before, String after) {
        sql.update("update " + place.table + " set definition = ?, version = version + 1 where id = ?", after, id);
        sql.update(
                "insert into rule_category (merge_id, place, row_id, before, after) values (?, ?, ?, ?, ?)",
                mergeId,
                place,
                id,
                before,
                after);
    }

    /** Where nobody has changed it since. */
    void bringBack(Place place, long mergeId) {
        sql.update(
                "update " + place.table
                        + " d set definition = c.before, version = version + 1 from rule_category c where"
                        + " c.merge_id = ? and c.place = ? and d.id = c.row_id and d.definition = c.after",
                mergeId,
                place);
    }
}
