package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;

/** Whether one contact was enough. The first queue change before anybody owned the ticket is routing, no transfer. */
class FirstContact implements FactRule {

    static final int DAYS_TO_COME_BACK = 7;

    private static final Duration ONE_CONTACT = Duration.ofMinutes(10);

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        List<Step> resolutions = story.resolutions();
        if (resolutions.isEmpty()) {
            return;
        }
        Step resolution = resolutions.get(0);
        if (story.period().contains(resolution.at())) {
            sheet.verdict(Metric.FIRST_CONTACT_PROVISIONAL, resolution.place(), atOnce(story, resolution));
        }
        if (story.period().daysBefore(DAYS_TO_COME_BACK).contains(resolution.at())) {
            sheet.verdict(Metric.FIRST_CONTACT, resolution.place(), atOnce(story, resolution));
        }
    }

    private static boolean atOnce(TicketStory story, Step resolution) {
        return !story.backInWorkAfter(resolution)
                && contacts(story, resolution.at()) == 1
                && !transferred(story.steps(), resolution.at());
    }

    private static int contacts(TicketStory story, Instant until) {
        int contacts = 0;
        Instant contactEnds = Instant.MIN;
        for (Remark remark : story.remarks()) {
            if (remark.fromAgent() && !remark.at().isAfter(until) && remark.at().isAfter(contactEnds)) {
                contacts++;
                contactEnds = remark.at().plus(ONE_CONTACT);
            }
        }
        return contacts;
    }

    private static boolean transferred(List<Step> steps, Instant until) {
        Long queue = null;
        for (Step step : steps) {
            if (step.at().isAfter(until)) {
                return false;
            }
            if (queue != null && !Objects.equals(queue, step.place().queueId())) {
                return true;
            }
            if (queue != null || step.place().agentId() != null) {
                queue = step.place().queueId();
            }
        }
        return false;
    }
}
