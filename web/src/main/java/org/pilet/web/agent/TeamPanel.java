package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.InvalidInput;
import org.pilet.teamwork.ChecklistTemplate;
import org.pilet.teamwork.Checklists;
import org.pilet.teamwork.NewTask;
import org.pilet.teamwork.NewTimeEntry;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.TimeEntryView;
import org.pilet.teamwork.TimeKind;
import org.pilet.teamwork.WatcherView;
import org.pilet.teamwork.Watchers;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/**
 * Who follows the ticket and takes part, what is left to do, how long it took. The page asks for it once it stands, so that
 * the ticket itself is there at once.
 */
@Named
@RequestScoped
public class TeamPanel {

    @EJB
    private Watchers watchers;

    @EJB
    private Tasks tasks;

    @EJB
    private Checklists checklists;

    @EJB
    private TimeEntries times;

    @EJB
    private People people;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private TicketPage page;

    @Inject
    private Viewer viewer;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private List<WatcherView> watching;
    private List<TaskView> toDo;
    private List<TimeEntryView> booked;
    private Map<Long, String> participants;

    private Long watcherId;
    private String participant;
    private String title;
    private Long assigneeId;
    private String start;
    private String due;
    private Long templateId;
    private Integer minutes;
    private String spentOn;
    private TimeKind kind = TimeKind.WORK;
    private boolean billable;
    private String note;

    /** Nothing is read while the page itself is drawn. */
    public boolean isShown() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    private long ticketId() {
        return page.getTicket().id();
    }

    public List<WatcherView> getWatching() {
        if (watching == null) {
            watching = watchers.of(ticketId());
        }
        return watching;
    }

    public boolean isMeWatching() {
        return getWatching().stream().anyMatch(each -> each.personId() == viewer.getPersonId());
    }

    public void watch() {
        watchers.watch(ticketId());
        watching = null;
    }

    public void unwatch() {
        watchers.unwatch(ticketId());
        watching = null;
    }

    public void addWatcher() {
        if (watcherId != null) {
            long ticket = ticketId();
            long person = watcherId;
            watchers.add(ticket, person);
            watching = null;
            undos.offer(
                    texts.get("undo.watcherAdded"), doors -> doors.watchers().remove(ticket, person));
        }
        watcherId = null;
    }

    public void removeWatcher(long personId) {
        long ticket = ticketId();
        watchers.remove(ticket, personId);
        watching = null;
        undos.offer(texts.get("undo.watcherRemoved"), doors -> doors.watchers().add(ticket, personId));
    }

    /** Others on the customer's side, by id. */
    public Map<Long, String> getParticipants() {
        if (participants == null) {
            participants = people.names(finder.scope(ticketId()).participantIds());
        }
        return participants;
    }

    /** By their address. */
    public void addParticipant() {
        if (participant == null || participant.isBlank()) {
            throw new InvalidInput("email", "required");
        }
        PersonView person = people.byAddress(participant)
                .orElseThrow(() -> new InvalidInput("email", "unknown", participant.strip()));
        long ticket = ticketId();
        long personId = person.id();
        int version = tickets.change(ticket, null, List.of(new TicketChange.AddParticipant(personId)), null)
                .version();
        participant = null;
        participants = null;
        undos.offer(
                texts.of("undo.participantAdded", person.name()),
                doors -> doors.takeBack(ticket, version, new TicketChange.RemoveParticipant(personId)));
    }

    public void removeParticipant(long personId) {
        long ticket = ticketId();
        String name = getParticipants().getOrDefault(personId, "");
        int version = tickets.change(ticket, null, List.of(new TicketChange.RemoveParticipant(personId)), null)
                .version();
        participants = null;
        undos.offer(
                texts.of("undo.participantRemoved", name),
                doors -> doors.takeBack(ticket, version, new TicketChange.AddParticipant(personId)));
    }

    public List<TaskView> getTasks() {
        if (toDo == null) {
            toDo = tasks.of(ticketId());
        }
        return toDo;
    }

    public long getOpenTasks() {
        return getTasks().stream().filter(task -> !task.isDone()).count();
    }

    public void addTask() {
        long id = tasks.add(
                ticketId(),
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
            tasks.addChecklist(ticketId(), templateId);
            toDo = null;
        }
        templateId = null;
    }

    public List<TimeEntryView> getBooked() {
        if (booked == null) {
            booked = times.of(ticketId());
        }
        return booked;
    }

    public int getTotal() {
        return getBooked().stream().mapToInt(TimeEntryView::minutes).sum();
    }

    public TimeKind[] getKinds() {
        return TimeKind.values();
    }

    public void book() {
        if (minutes == null) {
            throw new InvalidInput("minutes", "required");
        }
        long id = times.book(ticketId(), new NewTimeEntry(day(spentOn), minutes, kind, billable, note));
        undos.offer(texts.get("undo.timeBooked"), doors -> doors.times().remove(id));
        minutes = null;
        spentOn = null;
        note = null;
        booked = null;
    }

    public boolean mayRemove(TimeEntryView entry) {
        return entry.personId() == viewer.getPersonId() || viewer.isTeamLead() || viewer.isAdministrator();
    }

    public void removeTime(TimeEntryView entry) {
        times.remove(entry.id());
        booked = null;
        if (entry.personId() == viewer.getPersonId()) { // nobody books in somebody else's name
            undos.offer(texts.get("undo.timeRemoved"), doors -> doors.times()
                    .book(
                            entry.ticketId(),
                            new NewTimeEntry(
                                    entry.spentOn(), entry.minutes(), entry.kind(), entry.billable(), entry.note())));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException malformed) {
            throw new InvalidInput("spentOn", "malformed", typed);
        }
    }

    public Long getWatcherId() {
        return watcherId;
    }

    public void setWatcherId(Long watcherId) {
        this.watcherId = watcherId;
    }

    public String getParticipant() {
        return participant;
    }

    public void setParticipant(String participant) {
        this.participant = participant;
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

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getSpentOn() {
        return spentOn;
    }

    public void setSpentOn(String spentOn) {
        this.spentOn = spentOn;
    }

    public TimeKind getKind() {
        return kind;
    }

    public void setKind(TimeKind kind) {
        this.kind = kind;
    }

    public boolean isBillable() {
        return billable;
    }

    public void setBillable(boolean billable) {
        this.billable = billable;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
