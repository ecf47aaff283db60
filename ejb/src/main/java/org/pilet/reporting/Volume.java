package org.pilet.reporting;

/** Tickets created in the period. */
class Volume implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        if (story.period().contains(story.creation().at())) {
            sheet.count(Metric.VOLUME, story.creation().place());
        }
    }
}
