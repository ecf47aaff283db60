package org.pilet.teamwork;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class TaskStore {

    private static final String SELECT = "select k.*, t.number, t.subject, a.name as assignee_name, d.name as"
            + " done_by_name from ticket_task k join ticket t on t.id = k.ticket_id left join person a on a.id ="
            + " k.assignee_id left join person d on d.id = k.done_by where ";

    @Inject
    private Sql sql;

    /** What somebody has written of a task. */
    record Wording(long id, String title, String checklist) {}

    /** Locked. */
    List<Wording> words(long ticketId) {
        return sql.list(
                "select id, title, checklist from ticket_task where ticket_id = ? order by id for update",
                row -> new Wording(row.number("id"), row.text("title"), row.text("checklist")),
                ticketId);
    }

    void reword(Wording task) {
        sql.update(
                "update ticket_task set title = ?, checklist = ?, version = version + 1 where id = ?",
                task.title(),
                task.checklist(),
                task.id());
    }

    List<TaskView> of(long ticketId) {
        return sql.list(SELECT + "k.ticket_id = ? order by k.checklist nulls first, k.id", TaskStore::task, ticketId);
    }

    Optional<TaskView> find(long id) {
        return sql.first(SELECT + "k.id = ?", TaskStore::task, id);
    }

    /** Of tickets that they may still see. */
    List<TaskView> openOf(long personId) {
        return sql.list(
                SELECT + "k.assignee_id = ? and k.done_at is null and t.status not in ('CLOSED', 'MERGED', 'SPAM',"
                        + " 'DELETED') and (exists (select 1 from team_member m join queue_grant g on g.team_id ="
                        + " m.team_id where m.person_id = k.assignee_id and g.queue_id = t.queue_id) or exists (select 1"
                        + " from account_role r where r.person_id = k.assignee_id and r.role = 'ADMINISTRATOR')) order"
                        + " by k.due_at nulls last, k.start_at nulls last, k.id limit 500",
                TaskStore::task,
                personId);
    }

    List<String> openRequired(long ticketId) {
        return sql.list(
                "select title from ticket_task where ticket_id = ? and required and done_at is null order by id",
                row -> row.text("title"),
                ticketId);
    }

    long add(long ticketId, NewTask task, Instant now, Long by) {
        return sql.first(
                        "insert into ticket_task (id, ticket_id, checklist, title, assignee_id, start_at, due_at,"
                                + " required, created_at, created_by) values (nextval('ticket_task_seq'), ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?)"
                                + " returning id",
                        row -> row.number("id"),
                        ticketId,
                        task.checklist(),
                        task.title(),
                        task.assigneeId(),
                        task.startAt(),
                        task.dueAt(),
                        task.required(),
                        now,
                        by)
                .orElseThrow();
    }

    /** False when somebody has changed it meanwhile. */
    boolean change(long id, NewTask task, int version) {
        return sql.update(
                        "update ticket_task set checklist = ?, title = ?, assignee_id = ?, start_at = ?, due_at = ?,"
                                + " required = ?, version = version + 1 where id = ? and version = ?",
                        task.checklist(),
                        task.title(),
                        task.assigneeId(),
                        task.startAt(),
                        task.dueAt(),
                        task.required(),
                        id,
                        version)
                == 1;
    }

    /** False when it was so already. */
    boolean done(long id, Instant at, Long by) {
        return sql.update(
                        "update ticket_task set done_at = ?, done_by = ?, version = version + 1 where id = ? and (done_at"
                                + " is null) = ?",
                        at,
                        by,
                        id,
                        at != null)
                == 1;
    }

    void remove(long id) {
        sql.update("delete from ticket_task where id = ?", id);
    }

    List<ChecklistTemplate> templates() {
        return sql.list("select * from checklist_template order by name", TaskStore::template);
    }

    Optional<ChecklistTemplate> template(long id) {
        return sql.first("select * from checklist_template where id = ?", TaskStore::template, id);
    }

    boolean isTaken(String name, Long butId) {
        return sql.number(
                        "select count(*) as value from checklist_template where lower(name) = lower(?) and id <> ?",
                        name,
                        butId == null ? 0 : butId)
                > 0;
    }

    long add(ChecklistTemplate template) {
        return sql.first(
                        "insert into checklist_template (id, name, items, required) values"
                                + " (nextval('checklist_template_seq'), ?, ?, ?) returning id",
                        row -> row.number("id"),
                        template.name(),
                        String.join("\n", template.items()),
                        template.required())
                .orElseThrow();
    }

    boolean change(ChecklistTemplate template) {
        return sql.update(
                        "update checklist_template set name = ?, items = ?, required = ?, version = version + 1 where id"
                                + " = ? and version = ?",
                        template.name(),
                        String.join("\n", template.items()),
                        template.required(),
                        template.id(),
                        template.version())
                == 1;
    }

    void used(long templateId) {
        sql.update("update checklist_template set uses = uses + 1 where id = ?", templateId);
    }

    void removeTemplate(long id) {
        sql.update("delete from checklist_template where id = ?", id);
    }

    void restore(ChecklistTemplate gone) {
        sql.update(
                "insert into checklist_template (id, name, items, required, uses, version) values (?, ?, ?, ?, ?, ?) on"
                        + " conflict (id) do nothing",
                gone.id(),
                gone.name(),
                String.join("\n", gone.items()),
                gone.required(),
                gone.uses(),
                gone.version());
    }

    private static TaskView task(Row row) {
        return new TaskView(
                row.number("id"),
                row.number("ticket_id"),
                row.text("number"),
                row.text("subject"),
                row.text("checklist"),
                row.text("title"),
                row.numberOrNull("assignee_id"),
                row.text("assignee_name"),
                row.instant("start_at"),
                row.instant("due_at"),
                row.flag("required"),
                row.instant("done_at"),
                row.text("done_by_name"),
                row.integer("version"));
    }

    private static ChecklistTemplate template(Row row) {
        return new ChecklistTemplate(
                row.number("id"),
                row.text("name"),
                row.text("items").lines().toList(),
                row.flag("required"),
                row.number("uses"),
                row.integer("version"));
    }
}
