package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.TicketStory.Stretch;
import org.pilet.tickets.Status;

/** Creation to resolution, first and full, and what the full one is made of. */
class Resolution implements FactRule {

    private static final List<Metric> PARTS = List.of(
            Metric.SPENT_AGENT,
            Metric.SPENT_CUSTOMER,
            Metric.SPENT_THIRD_PARTY,
            Metric.SPENT_POSTPONED,
            Metric.SPENT_RESOLVED);

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        List<Step> resolutions = story.resolutions();
        if (resolutions.isEmpty()) {
            return;
        }
        Step first = resolutions.get(0);
        if (story.period().contains(first.at())) {
            note(Metric.RESOLUTION_FIRST, story, first, sheet);
        }
        Step last = resolutions.get(resolutions.size() - 1);
        if (story.period().contains(last.at()) && !story.backInWorkAfter(last)) {
            note(Metric.RESOLUTION_FULL, story, last, sheet);
            parts(story, last, sheet);
        }
    }

    private static void note(Metric metric, TicketStory story, Step step, FactSheet sheet) {
        sheet.duration(
                metric,
                step.place(),
                TicketStory.calendar(story.creation().at(), step.at()),
                story.netUntil(step.at()));
    }

    private static void parts(TicketStory story, Step resolution, FactSheet sheet) {
        Map<Metric, Duration> calendar = new EnumMap<>(Metric.class);
        Map<Metric, Duration> business = new EnumMap<>(Metric.class);
        for (Stretch stretch : story.stretchesUntil(resolution.at())) {
            Instant start = stretch.start();
            Instant end = stretch.end();
            calendar.merge(partOf(stretch.status()), TicketStory.calendar(start, end), Duration::plus);
            business.merge(partOf(stretch.status()), story.business(start, end), Duration::plus);
        }
        for (Metric part : PARTS) {
            sheet.duration(
                    part,
                    resolution.place(),
                    calendar.getOrDefault(part, Duration.ZERO),
                    business.getOrDefault(part, Duration.ZERO));
        }
    }

    private static Metric partOf(Status status) {
        return switch (status) {
            case NEW, OPEN -> Metric.SPENT_AGENT;
            case ANSWERED, PENDING -> Metric.SPENT_CUSTOMER;
            case ON_HOLD -> Metric.SPENT_THIRD_PARTY;
            case POSTPONED -> Metric.SPENT_POSTPONED;
            default -> Metric.SPENT_RESOLVED;
        };
    }
}
