package org.pilet.reporting;

import java.util.List;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.ReportedTicket.Target;

/** Met of decided: per target in the period it was decided, per ticket in the period it was fully resolved. */
class SlaCompliance implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        for (Target target : story.targets()) {
            if (target.voidedAt() != null && story.period().contains(target.voidedAt())) {
                Place place = story.at(target.voidedAt()).place();
                sheet.exclude(target.metric(), place);
                sheet.exclude(Metric.SLA_ALL, place);
            } else if (target.voidedAt() == null
                    && target.decidedAt() != null
                    && story.period().contains(target.decidedAt())) {
                Place place = story.at(target.decidedAt()).place();
                sheet.verdict(target.metric(), place, target.met());
                sheet.verdict(Metric.SLA_ALL, place, target.met());
            }
        }
        perTicket(story, sheet);
    }

    private static void perTicket(TicketStory story, FactSheet sheet) {
        List<Step> resolutions = story.resolutions();
        if (resolutions.isEmpty()) {
            return;
        }
        Step last = resolutions.get(resolutions.size() - 1);
        if (!story.period().contains(last.at()) || story.backInWorkAfter(last)) {
            return;
        }
        List<Target> decided = story.targets().stream()
                .filter(target -> target.voidedAt() == null
                        && target.decidedAt() != null
                        && target.decidedAt().isBefore(story.period().end()))
                .toList();
        if (!decided.isEmpty()) {
            sheet.verdict(Metric.SLA_PER_TICKET, last.place(), decided.stream().allMatch(Target::met));
        }
    }
}
