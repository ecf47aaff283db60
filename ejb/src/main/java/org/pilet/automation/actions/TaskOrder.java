package org.pilet.automation.actions;

import java.time.Duration;

/**
 * Something that an action wants done on the ticket. The title may hold placeholders.
 *
 * @param assigneeId null: nobody in particular
 * @param within until when, from now; null: no due date
 * @param required whether the ticket cannot be closed before
 */
public record TaskOrder(String title, Long assigneeId, Duration within, boolean required) {}
