package org.pilet.reporting;

import java.util.List;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.TicketStory.Verdict;

/** Met of decided: per target in the period it was decided, per ticket in the period it was fully resolved. */
class SlaCompliance implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        for (Verdict verdict : story.verdicts()) {
            if (verdict.voidedAt() != null) {
                if (story.period().contains(verdict.voidedAt())) {
                    Place place = story.at(verdict.voidedAt()).place();
                    sheet.exclude(verdict.metric(), place);
                    sheet.exclude(Metric.SLA_ALL, place);
                    sheet.exclude(Metric.SLA_ADJUSTED, place);
                }
            } else if (verdict.isDecided() && story.period().contains(verdict.decidedAt())) {
                Place place = story.at(verdict.decidedAt()).place();
                sheet.verdict(verdict.metric(), place, verdict.met());
                sheet.verdict(Metric.SLA_ALL, place, verdict.met());
                if (verdict.excused() && !verdict.met()) {
                    sheet.exclude(Metric.SLA_ADJUSTED, place);
                } else {
                    sheet.verdict(Metric.SLA_ADJUSTED, place, verdict.met());
                }
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
        List<Verdict> decided =
                story.verdicts().stream().filter(Verdict::isDecided).toList();
        if (!decided.isEmpty()) {
            sheet.verdict(Metric.SLA_PER_TICKET, last.place(), decided.stream().allMatch(Verdict::met));
        }
    }
}
