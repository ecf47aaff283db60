package org.pilet.teamwork;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Tasks as a calendar that other programs read (RFC 5545). They are events, since hardly any program shows the to-dos of
 * a calendar that it only reads: from the start to the due date, or at the one of the two that there is. What has neither
 * is in no calendar.
 */
final class TaskCalendar {

    private TaskCalendar() {}

    static String of(List<TaskView> tasks, String baseUrl, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Pilet//Tasks//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", "Pilet"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT15M"));
        tasks.stream()
                .filter(task -> task.startAt() != null || task.dueAt() != null)
                .forEach(task -> calendar.add(event(task, baseUrl, now)));
        return calendar.toString();
    }

    private static VEvent event(TaskView task, String baseUrl, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid("task-" + task.id() + "@" + URI.create(baseUrl).getHost()));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(task.startAt() == null ? task.dueAt() : task.startAt()));
        if (task.startAt() != null && task.dueAt() != null) {
            event.add(new DtEnd<>(task.dueAt()));
        }
        event.add(new Summary(task.title()));
        event.add(new Description(task.ticketNumber() + " " + task.ticketSubject()));
        event.add(new Url(URI.create(baseUrl + "/agent/ticket.xhtml?number=" + task.ticketNumber())));
        return event;
    }
}
