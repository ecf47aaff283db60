package org.pilet.teamwork;

import java.time.Instant;

/** A task to be added, or what one is changed to. */
public record NewTask(String checklist, String title, Long assigneeId, Instant dueAt, boolean required) {}
