package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pilet.conversation.SharedDraftView;
import org.pilet.conversation.SharedDrafts;
import org.pilet.platform.Clock;
import org.pilet.teamwork.NewTask;
import org.pilet.teamwork.TaskFeedView;
import org.pilet.teamwork.TaskFeeds;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** What the agent still has to do on all tickets, in the order in which it comes; and their calendar's address. */
@Named
@ViewScoped
public class TasksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int WEEK = 7;

    @EJB
    private Tasks tasks;

    @EJB
    private SharedDrafts shared;

    @EJB
    private TaskFeeds feeds;

    @Inject
    private Undos undos;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private List<Group> groups = List.of();
    private List<SharedDraftView> reviews = List.of();
    private TaskFeedView feed;
    private String address;

    /** When something comes up. */
    public enum When {
        OVERDUE,
        TODAY,
        WEEK,
        LATER,
        SOMETIME
    }

    /** What comes up then. */
    public record Group(When when, List<Line> lines) implements Serializable {}

    /** A task and the times that its controls hold. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final TaskView task;
        private String start;
        private String due;

        Line(TaskView task, String start, String due) {
            this.task = task;
            this.start = start;
            this.due = due;
        }

        public TaskView getTask() {
            return task;
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
    }

    public void load() {
        Map<When, List<Line>> all = new EnumMap<>(When.class);
        for (TaskView task : tasks.mine()) {
            all.computeIfAbsent(when(task), first -> new ArrayList<>())
                    .add(new Line(
                            task,
                            LocalTimes.of(task.startAt(), viewer.getZone()),
                            LocalTimes.of(task.dueAt(), viewer.getZone())));
        }
        groups = all.entrySet().stream()
                .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
                .toList();
        reviews = shared.waitingForMe();
        feed = feeds.mine().orElse(null);
    }

    /** By what comes first: its start, if that is yet to come, else the date by which it is to be done. */
    private When when(TaskView task) {
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, viewer.getZone());
        if (task.dueAt() != null && task.dueAt().isBefore(now)) {
            return When.OVERDUE;
        }
        Instant next = task.startAt() != null && (task.startAt().isAfter(now) || task.dueAt() == null)
                ? task.startAt()
                : task.dueAt();
        if (next == null) {
            return When.SOMETIME;
        }
        long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(next, viewer.getZone()));
        return days <= 0 ? When.TODAY : days < WEEK ? When.WEEK : When.LATER;
    }

    public void tick(TaskView task) {
        long id = task.id();
        tasks.done(id, true);
        undos.offer(
                texts.of("undo.taskDone", task.title()), doors -> doors.tasks().done(id, false));
        load();
    }

    /** Saves when it is to be begun and done. */
    public void plan(Line line) {
        TaskView before = line.getTask();
        NewTask was = NewTask.of(before);
        tasks.change(
                before.id(),
                was.planned(
                        LocalTimes.read("startAt", line.getStart(), viewer.getZone()),
                        LocalTimes.read("dueAt", line.getDue(), viewer.getZone())),
                before.version());
        int version = before.version() + 1;
        undos.offer(texts.of("tasks.planned", before.title()), doors -> doors.tasks()
                .change(before.id(), was, version));
        load();
    }

    /** Takes the last gesture back. */
    public void undoLast() {
        try {
            undos.takeBack();
        } finally {
            load();
        }
    }

    public void makeFeed() {
        address = feeds.make();
        feed = feeds.mine().orElse(null);
    }

    public void revokeFeed() {
        feeds.revoke();
        address = null;
        feed = null;
        toasts.say(texts.get("tasks.feedGone"));
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<SharedDraftView> getReviews() {
        return reviews;
    }

    /** Null when the agent has none. */
    public TaskFeedView getFeed() {
        return feed;
    }

    /** Just made, to be copied; afterwards nobody can tell it again. */
    public String getAddress() {
        return address;
    }
}
