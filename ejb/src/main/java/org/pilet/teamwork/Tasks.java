package org.pilet.teamwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/** What is left to do on a ticket, by whom and until when; each change stands in the ticket's history. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Tasks {

    private static final int LONGEST = 300;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @Inject
    private TaskStore store;

    @Inject
    private WatcherStore watchers;

    @Inject
    private Clock clock;

    @Inject
    private Event<TeamworkChanged> changed;

    @Inject
    private Event<TaskAssigned> assigned;

    /** Those without a checklist first, each list in its order. */
    public List<TaskView> of(long ticketId) {
        Seeing.require(access, finder, ticketId);
        return store.of(ticketId);
    }

    /** What the caller still has to do on any ticket, the nearest due date first. */
    public List<TaskView> mine() {
        return store.openOf(access.me().personId());
    }

    /**
     * Refused with {@link InvalidInput} when the title is missing or too long, or the assignee may not see the ticket's
     * queue, or it is due before it begins.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM}) // rules add tasks
    public long add(long ticketId, NewTask asked) {
        Caller me = access.require(Permission.WORK, finder.scope(ticketId));
        NewTask task = checked(ticketId, asked);
        long id = store.add(ticketId, task, clock.now(), me.personId());
        tickets.recordWork(ticketId, "TASK_ADDED", null, task.title());
        tell(ticketId, task, null, me);
        return id;
    }

    /** One of them. Refused with {@link NotFound}. */
    public TaskView view(long id) {
        return require(id);
    }

    /** Refused as {@link #add} is, and with {@link TeamworkMovedOn}. */
    public void change(long id, NewTask asked, int version) {
        TaskView before = require(id);
        Caller me = access.require(Permission.WORK, finder.scope(before.ticketId()));
        NewTask task = checked(before.ticketId(), asked);
        if (!store.change(id, task, version)) {
            throw new TeamworkMovedOn(before.title());
        }
        tickets.recordWork(before.ticketId(), "TASK_CHANGED", before.title(), task.title());
        tell(before.ticketId(), task, before.assigneeId(), me);
    }

    /** Ticks it off, or takes the tick away. */
    public void done(long id, boolean done) {
        TaskView task = require(id);
        Caller me = access.require(Permission.WORK, finder.scope(task.ticketId()));
        if (store.done(id, done ? clock.now() : null, done ? me.personId() : null)) {
            tickets.recordWork(task.ticketId(), done ? "TASK_DONE" : "TASK_REOPENED", null, task.title());
            changed.fire(new TeamworkChanged(task.ticketId()));
        }
    }

    public void remove(long id) {
        TaskView task = require(id);
        access.require(Permission.WORK, finder.scope(task.ticketId()));
        store.remove(id);
        tickets.recordWork(task.ticketId(), "TASK_REMOVED", task.title(), null);
        changed.fire(new TeamworkChanged(task.ticketId()));
    }

    /** Adds all tasks of a template as one checklist. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM}) // rules add checklists
    public void addChecklist(long ticketId, long templateId) {
        Caller me = access.require(Permission.WORK, finder.scope(ticketId));
        ChecklistTemplate template =
                store.template(templateId).orElseThrow(() -> new NotFound("checklist", templateId));
        for (String item : template.items()) {
            store.add(
                    ticketId,
                    new NewTask(template.name(), item, null, null, null, template.required()),
                    clock.now(),
                    me.personId());
        }
        store.used(templateId);
        tickets.recordWork(ticketId, "TASK_ADDED", null, template.name());
        changed.fire(new TeamworkChanged(ticketId));
    }

    private void tell(long ticketId, NewTask task, Long before, Caller me) {
        changed.fire(new TeamworkChanged(ticketId));
        if (task.assigneeId() != null && !task.assigneeId().equals(before)) {
            assigned.fire(new TaskAssigned(ticketId, task.assigneeId(), task.title(), me.personId(), clock.now()));
        }
    }

    private NewTask checked(long ticketId, NewTask asked) {
        String title = asked.title() == null ? "" : asked.title().strip();
        if (title.isEmpty()) {
            throw new InvalidInput("task", "required");
        }
        if (title.length() > LONGEST) {
            throw new InvalidInput("task", "tooLong", LONGEST);
        }
        if (asked.assigneeId() != null && !watchers.maySee(ticketId, asked.assigneeId())) {
            throw new InvalidInput("assignee", "mayNotSee");
        }
        if (asked.startAt() != null && asked.dueAt() != null && asked.dueAt().isBefore(asked.startAt())) {
            throw new InvalidInput("dueAt", "endsFirst");
        }
        String checklist = asked.checklist() == null || asked.checklist().isBlank()
                ? null
                : asked.checklist().strip();
        return new NewTask(checklist, title, asked.assigneeId(), asked.startAt(), asked.dueAt(), asked.required());
    }

    private TaskView require(long id) {
        TaskView task = store.find(id).orElseThrow(() -> new NotFound("task", id));
        Seeing.require(access, finder, task.ticketId());
        return task;
    }
}
