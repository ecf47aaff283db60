package org.pilet.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;

/**
 * How long a customer waited for the first human answer. A ticket that an agent opened has none (excluded), except a
 * call: whoever took it has answered at once.
 */
class FirstResponse implements FactRule {

    private static final String PHONE = "PHONE";

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        if (story.createdByAgent()) {
            openedByAgent(story, sheet);
            return;
        }
        Instant created = story.creation().at();
        Optional<Remark> response = story.firstResponse();
        if (response.isPresent()) {
            answered(story, response.get(), sheet);
        } else if (story.last().status().isOpen()) {
            Instant end = story.period().end();
            sheet.duration(
                    Metric.AWAITING_FIRST_RESPONSE,
                    story.last().place(),
                    TicketStory.calendar(created, end),
                    story.business(created, end));
        }
        closedWithout(story, response, sheet);
    }

    private static void openedByAgent(TicketStory story, FactSheet sheet) {
        Step creation = story.creation();
        if (!story.period().contains(creation.at())) {
            return;
        }
        if (PHONE.equals(creation.place().channel())) {
            sheet.duration(Metric.FIRST_RESPONSE, creation.place(), Duration.ZERO, Duration.ZERO);
        } else {
            sheet.exclude(Metric.FIRST_RESPONSE, creation.place());
        }
    }

    private static void answered(TicketStory story, Remark response, FactSheet sheet) {
        if (story.period().contains(response.at())) {
            Instant created = story.creation().at();
            sheet.duration(
                    Metric.FIRST_RESPONSE,
                    story.at(response.at()).place().by(response.authorId()),
                    TicketStory.calendar(created, response.at()),
                    story.business(created, response.at()));
        }
    }

    private static void closedWithout(TicketStory story, Optional<Remark> response, FactSheet sheet) {
        story.resolutions().stream()
                .findFirst()
                .filter(step -> story.period().contains(step.at()))
                .filter(step -> response.isEmpty() || response.get().at().isAfter(step.at()))
                .ifPresent(step -> {
                    sheet.count(Metric.CLOSED_WITHOUT_RESPONSE, step.place());
                    sheet.exclude(Metric.FIRST_RESPONSE, step.place());
                });
    }
}
