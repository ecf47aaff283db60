package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.teamwork.ChecklistTemplate;
import org.pilet.teamwork.Checklists;
import org.pilet.teamwork.NewTask;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** What is left to do on the ticket, beside its thread. */
@Named
@RequestScoped
public class TasksPanel {

    @EJB
    private Tasks tasks;

    @EJB
    private Checklists checklists;

    @Inject
    private TicketPage page;

    @Inject
    private Viewer viewer;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private List<TaskView> toDo;

    private String title;
    private Long assigneeId;
    private String start;
    private String due;
    private Long templateId;

    public List<TaskView> getTasks() {
        if (toDo == null) {
            toDo = tasks.of(page.getTicket().id());
        }
        return toDo;
    }

    public long getOpenTasks() {
        return getTasks().stream().filter(task -> !task.isDone()).count();
    }

    public void addTask() {
        long id = tasks.add(
                page.getTicket().id(),
                new NewTask(
                        null,
                        title,
                        assigneeId,
                        LocalTimes.read("startAt", start, viewer.getZone()),
                        LocalTimes.read("dueAt", due, viewer.getZone()),
                        false));
        undos.offer(texts.get("undo.taskAdded"), doors -> doors.tasks().remove(id));
        title = null;
        assigneeId = null;
        start = null;
        due = null;
        toDo = null;
    }

    public void tick(TaskView task) {
        long id = task.id();
        boolean done = !task.isDone();
        tasks.done(id, done);
        toDo = null;
        undos.offer(texts.of(done ? "undo.taskDone" : "undo.taskReopened", task.title()), doors -> doors.tasks()
                .done(id, !done));
    }

    public void removeTask(TaskView task) {
        tasks.remove(task.id());
        toDo = null;
        undos.offer(texts.of("undo.taskRemoved", task.title()), doors -> {
            long id = doors.tasks().add(task.ticketId(), NewTask.of(task));
            if (task.isDone()) {
                doors.tasks().done(id, true);
            }
        });
    }

    public List<ChecklistTemplate> getTemplates() {
        return checklists.all();
    }

    public void addChecklist() {
        if (templateId != null) {
            tasks.addChecklist(page.getTicket().id(), templateId);
            toDo = null;
        }
        templateId = null;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Long getAssigneeId() {
        return assigneeId;
    }

    public void setAssigneeId(Long assigneeId) {
        this.assigneeId = assigneeId;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getDue() {
        return due;
    }

    public void setDue(String due) {
        this.due = due;
    }

    public Long getTemplateId() {
        return templateId;
    }

    public void setTemplateId(Long templateId) {
        this.templateId = templateId;
    }
}
