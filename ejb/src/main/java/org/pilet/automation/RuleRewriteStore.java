package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pilet.platform.Sql;

/** Rules and macros that name what has got another name, with what they were before. */
@Dependent
class RuleRewriteStore {

    /** What is written in JSON. */
    private enum Place {
        RULE("automation_rule"),
        MACRO("macro");

        private final String table;

        Place(String table) {
            this.table = table;
        }
    }

    /** What may be named there, and where it is kept what became of it. */
    enum Named {
        CATEGORY("\"category\"", "rule_category", "merge_id"),
        TAG("tag\"", "rule_tag", "change_id");

        private final String sign;
        private final String table;
        private final String change;

        Named(String sign, String table, String change) {
            this.sign = sign;
            this.table = table;
            this.change = change;
        }
    }

    @Inject
    private Sql sql;

    /** Writes anew, under a change's id, those that the new words of it differ for. */
    void rewrite(Named named, long changeId, UnaryOperator<String> rewritten) {
        for (Place place : Place.values()) {
            definitions(place, named).forEach((id, before) -> {
                String after = rewritten.apply(before);
                if (!after.equals(before)) {
                    rewrite(place, named, changeId, id, before, after);
                }
            });
        }
    }

    /** Those that may name one, by id; locked. */
    private Map<Long, String> definitions(Place place, Named named) {
        Map<Long, String> definitions = new LinkedHashMap<>();
        sql.list(
                "select id, definition from " + place.table + " where strpos(definition, ?) > 0 order by id for update",
                row -> definitions.put(row.number("id"), row.text("definition")),
                named.sign);
        return definitions;
    }

    private void rewrite(Place place, Named named, long changeId, long id, String before, String after) {
        sql.update("update " + place.table + " set definition = ?, version = version + 1 where id = ?", after, id);
        sql.update(
                "insert into " + named.table + " (" + named.change
                        + ", place, row_id, before, after) values (?, ?, ?, ?, ?)",
                changeId,
                place,
                id,
                before,
                after);
    }

    /** Where nobody has changed it since. */
    void bringBack(Named named, long changeId) {
        for (Place place : Place.values()) {
            sql.update(
                    "update " + place.table
                            + " d set definition = c.before, version = version + 1 from " + named.table + " c where c."
                            + named.change + " = ? and c.place = ? and d.id = c.row_id and d.definition = c.after",
                    changeId,
                    place);
        }
    }
}
