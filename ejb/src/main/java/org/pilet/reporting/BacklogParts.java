package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.tickets.Status;

/** What the backlog at the end of the period consists of, and how old it is. */
class BacklogParts implements FactRule {

    private static final Set<Status> ACTIONABLE = EnumSet.of(Status.NEW, Status.OPEN);

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        Step now = story.last();
        if (!now.status().isOpen()) {
            return;
        }
        Place place = now.place();
        Instant end = story.period().end();
        Duration age = TicketStory.calendar(story.creation().at(), end);
        sheet.count(ACTIONABLE.contains(now.status()) ? Metric.BACKLOG_ACTIONABLE : Metric.BACKLOG_WAITING, place);
        if (place.agentId() == null) {
            sheet.count(Metric.BACKLOG_UNASSIGNED, place);
        }
        // Even if what was promised has been done late since: the ticket is still in work.
        if (story.verdicts().stream()
                .anyMatch(verdict ->
                        verdict.isDecided() && !verdict.met() && verdict.metric() != Metric.SLA_TEAM_RESOLUTION)) {
            sheet.count(Metric.BACKLOG_OVERDUE, place);
        }
        sheet.count(bin(age.toDays()), place);
        sheet.duration(
                Metric.BACKLOG_AGE, place, age, story.business(story.creation().at(), end));
    }

    private static Metric bin(long days) {
        if (days < 1) {
            return Metric.AGE_UNDER_1_DAY;
        } else if (days < 3) {
            return Metric.AGE_1_TO_3_DAYS;
        } else if (days < 7) {
            return Metric.AGE_3_TO_7_DAYS;
        } else if (days < 14) {
            return Metric.AGE_7_TO_14_DAYS;
        }
        return days < 30 ? Metric.AGE_14_TO_30_DAYS : Metric.AGE_OVER_30_DAYS;
    }
}
