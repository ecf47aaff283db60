package org.pilet.reporting;

import java.time.Instant;

/** Creation to the first owner. */
class TimeToOwn implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        story.steps().stream()
                .filter(step -> step.place().agentId() != null)
                .findFirst()
                .filter(step -> story.period().contains(step.at()))
                .ifPresent(step -> {
                    Instant created = story.creation().at();
                    sheet.duration(
                            Metric.TIME_TO_OWN,
                            step.place(),
                            TicketStory.calendar(created, step.at()),
                            story.business(created, step.at()));
                });
    }
}
