package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class DraftStore {

    private static final String COLUMNS = " place, body_html, fields::text as fields, writer, revision, saved_at ";

    @Inject
    private Sql sql;

    /** Returns the new revision. */
    long save(long personId, String place, String html, Map<String, String> fields, String writer, Instant now) {
        return sql.first(
                        "insert into unsent as u (person_id, place, body_html, fields, writer, saved_at) values (?, ?, ?,"
                                + " ?::jsonb, ?, ?) on conflict (person_id, place) do update set body_html ="
                                + " excluded.body_html, fields = excluded.fields, writer = excluded.writer, saved_at = excluded.saved_at,"
                                + " revision = u.revision + 1 returning revision",
                        row -> row.number("revision"),
                        personId,
                        place,
                        html,
                        json(fields),
                        writer,
                        now)
                .orElseThrow();
    }

    Optional<DraftView> find(long personId, String place) {
        return sql.first(
                "select" + COLUMNS + "from unsent where person_id = ? and place = ?",
                DraftStore::draft,
                personId,
                place);
    }

    /** Those with words in them, last saved first. */
    List<DraftView> all(long personId) {
        return sql.list(
                "select" + COLUMNS + "from unsent where person_id = ? and (body_html <> '' or fields <> '{}') order by"
                        + " saved_at desc limit 100",
                DraftStore::draft,
                personId);
    }

    private static DraftView draft(Row row) {
        return new DraftView(
                row.text("place"),
                row.text("body_html"),
                map(row.text("fields")),
                row.text("writer"),
                row.number("revision"),
                row.instant("saved_at"));
    }

    private static String json(Map<String, String> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach(json::add);
        return json.build().toString();
    }

    private static Map<String, String> map(String json) {
        Map<String, String> fields = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
        }
        return fields;
    }
}
