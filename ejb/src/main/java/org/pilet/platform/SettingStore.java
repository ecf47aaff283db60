package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

@Dependent
class SettingStore {

    @Inject
    private Sql sql;

    Optional<String> find(String key) {
        return sql.first("select value from setting where key = ?", row -> row.text("value"), key);
    }

    void save(String key, String value, Instant at, Long by) {
        sql.update(
                "insert into setting (key, value, changed_at, changed_by) values (?, ?, ?, ?) on conflict (key) do"
                        + " update set value = excluded.value, changed_at = excluded.changed_at, changed_by ="
                        + " excluded.changed_by",
                key,
                value,
                at,
                by);
    }
}
