package org.pilet.web.api;

/** What a ticket's status shall be; a waiting one needs a reason, POSTPONED a day to wake up on. */
public record NewStatus(String status, String reason, String wakeUpAt) {}
