package org.pilet.teamwork;

import java.time.Instant;

/**
 * A task to be added, or what one is changed to.
 *
 * @param startAt when it is planned to be begun, or null
 * @param dueAt when it is to be done, or null; not before it begins
 */
public record NewTask(
        String checklist, String title, Long assigneeId, Instant startAt, Instant dueAt, boolean required) {

    /** What the task is now. */
    public static NewTask of(TaskView task) {
        return new NewTask(
                task.checklist(), task.title(), task.assigneeId(), task.startAt(), task.dueAt(), task.required());
    }

    /** The same, planned otherwise. */
    public NewTask planned(Instant start, Instant due) {
        return new NewTask(checklist, title, assigneeId, start, due, required);
    }
}
