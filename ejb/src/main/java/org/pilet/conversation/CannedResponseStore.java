package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class CannedResponseStore {

    private static final String SELECT =
            "select c.*, t.name as team_name from canned_response c left join team t on t.id" + " = c.team_id where ";

    @Inject
    private Sql sql;

    /** Everybody's, the teams' and the person's own; the most used first. */
    List<CannedResponseView> usable(long personId, Collection<Long> teamIds) {
        return sql.list(
                SELECT + "(c.team_id is null and c.person_id is null or c.person_id = ? or c.team_id = any(?)) order by"
                        + " c.uses desc, c.title",
                this::view,
                personId,
                teamIds);
    }

    List<CannedResponseView> allShared() {
        return sql.list(SELECT + "c.person_id is null order by c.folder nulls first, c.title", this::view);
    }

    Optional<CannedResponseView> find(long id) {
        return sql.first(SELECT + "c.id = ?", this::view, id);
    }

    boolean isTaken(String shortcut, Long teamId, Long personId, Long butId) {
        return sql.number(
                        "select count(*) as value from canned_response where shortcut = ? and coalesce(team_id, 0) = ?"
                                + " and coalesce(person_id, 0) = ? and id <> ?",
                        shortcut,
                        teamId == null ? 0 : teamId,
                        personId == null ? 0 : personId,
                        butId == null ? 0 : butId)
                > 0;
    }

    long add(CannedDraft draft, Long personId) {
        return sql.first(
                        "insert into canned_response (id, shortcut, title, folder, team_id, person_id) values"
                                + " (nextval('canned_response_seq'), ?, ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        draft.shortcut(),
                        draft.title(),
                        draft.folder(),
                        draft.teamId(),
                        personId)
                .orElseThrow();
    }

    /** False when somebody has saved it meanwhile. */
    boolean change(CannedDraft draft, Long personId) {
        return sql.update(
                        "update canned_response set shortcut = ?, title = ?, folder = ?, team_id = ?, person_id = ?,"
                                + " version = version + 1 where id = ? and version = ?",
                        draft.shortcut(),
                        draft.title(),
                        draft.folder(),
                        draft.teamId(),
                        personId,
                        draft.id(),
                        draft.version())
                == 1;
    }

    void texts(long id, Map<String, String> texts) {
        sql.update("delete from canned_text where canned_id = ?", id);
        sql.batch(
                "insert into canned_text (canned_id, language, body_html) values (?, ?, ?)",
                texts.entrySet().stream()
                        .map(text -> new Object[] {id, text.getKey(), text.getValue()})
                        .toList());
    }

    void restore(CannedResponseView gone) {
        int added = sql.update(
                "insert into canned_response (id, shortcut, title, folder, team_id, person_id, uses, version) values (?, ?,"
                        + " ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                gone.id(),
                gone.shortcut(),
                gone.title(),
                gone.folder(),
                gone.teamId(),
                gone.personId(),
                gone.uses(),
                gone.version());
        if (added == 1) {
            texts(gone.id(), gone.texts());
        }
    }

    void used(long id, Instant now) {
        sql.update("update canned_response set uses = uses + 1, used_at = ? where id = ?", now, id);
    }

    void remove(long id) {
        sql.update("delete from canned_response where id = ?", id);
    }

    private CannedResponseView view(Row row) {
        return new CannedResponseView(
                row.number("id"),
                row.text("shortcut"),
                row.text("title"),
                row.text("folder"),
                row.numberOrNull("team_id"),
                row.text("team_name"),
                row.numberOrNull("person_id"),
                row.number("uses"),
                row.integer("version"),
                textsOf(row.number("id")));
    }

    private Map<String, String> textsOf(long id) {
        Map<String, String> texts = new HashMap<>();
        sql.list(
                "select language, body_html from canned_text where canned_id = ?",
                row -> texts.put(row.text("language"), row.text("body_html")),
                id);
        return texts;
    }
}
