package org.pilet.reporting;

import java.time.Instant;
import org.pilet.reporting.ReportedTicket.Remark;

/** How long a customer who wrote again waited; however many messages they wrote meanwhile, it is one wait. */
class NextResponse implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        boolean answeredOnce = false;
        Instant waitingSince = null;
        for (Remark remark : story.remarks()) {
            if (!remark.fromAgent()) {
                if (answeredOnce && waitingSince == null) {
                    waitingSince = remark.at();
                }
                continue;
            }
            if (waitingSince != null && story.period().contains(remark.at())) {
                sheet.duration(
                        Metric.NEXT_RESPONSE,
                        story.at(remark.at()).place().by(remark.authorId()),
                        TicketStory.calendar(waitingSince, remark.at()),
                        story.business(waitingSince, remark.at()));
            }
            answeredOnce = true;
            waitingSince = null;
        }
    }
}
