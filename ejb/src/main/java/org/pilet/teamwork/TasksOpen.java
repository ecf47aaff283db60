package org.pilet.teamwork;

import org.pilet.platform.Refusal;

/** The ticket has tasks that must be done before it is closed. */
public class TasksOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    TasksOpen(String first, int how) {
        super(Kind.CONFLICT, "refusal.tasksOpen", how, first);
    }
}
