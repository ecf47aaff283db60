package org.pilet.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class PersonSettingStore {

    @Inject
    private Sql sql;

    Optional<String> find(long personId, String key) {
        return sql.first(
                "select value from person_setting where person_id = ? and key = ?",
                row -> row.text("value"),
                personId,
                key);
    }

    Map<String, String> startingWith(long personId, String prefix) {
        Map<String, String> found = new HashMap<>();
        sql.list(
                "select key, value from person_setting where person_id = ? and starts_with(key, ?)",
                row -> found.put(row.text("key"), row.text("value")),
                personId,
                prefix);
        return found;
    }

    void put(long personId, String key, String value) {
        sql.update(
                "insert into person_setting (person_id, key, value) values (?, ?, ?) on conflict (person_id, key) do"
                        + " update set value = excluded.value",
                personId,
                key,
                value);
    }

    void remove(long personId, String key) {
        sql.update("delete from person_setting where person_id = ? and key = ?", personId, key);
    }
}
