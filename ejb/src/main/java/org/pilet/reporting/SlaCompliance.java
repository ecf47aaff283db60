package org.pilet.reporting;

import java.util.List;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.TicketStory.Verdict;

/**
 * Met of decided: per target in the period it was decided, per ticket in the period it was fully resolved. What teams owe
 * each other is told apart and is no part of what customers were promised.
 */
class SlaCompliance implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        story.verdicts().forEach(verdict -> judge(verdict, story, sheet));
        perTicket(story, sheet);
    }

    private static void judge(Verdict verdict, TicketStory story, FactSheet sheet) {
        boolean toCustomers = verdict.metric() != Metric.SLA_TEAM_RESOLUTION;
        if (verdict.voidedAt() != null) {
            if (story.period().contains(verdict.voidedAt())) {
                Place place = story.at(verdict.voidedAt()).place().promisedBy(verdict.policyId());
                sheet.exclude(verdict.metric(), place);
                if (toCustomers) {
                    sheet.exclude(Metric.SLA_ALL, place);
                    sheet.exclude(Metric.SLA_ADJUSTED, place);
                }
            }
        } else if (verdict.isDecided() && story.period().contains(verdict.decidedAt())) {
            Place place = place(verdict, story);
            sheet.verdict(verdict.metric(), place, verdict.met());
            if (toCustomers) {
                sheet.verdict(Metric.SLA_ALL, place, verdict.met());
                adjusted(verdict, place, sheet);
            }
        }
    }

    private static void adjusted(Verdict verdict, Place place, FactSheet sheet) {
        if (verdict.excused() && !verdict.met()) {
            sheet.exclude(Metric.SLA_ADJUSTED, place);
        } else {
            sheet.verdict(Metric.SLA_ADJUSTED, place, verdict.met());
        }
    }

    /** A team that passes the ticket on has had it until then. */
    private static Place place(Verdict verdict, TicketStory story) {
        Step then = story.at(verdict.decidedAt());
        Step charged = verdict.metric() == Metric.SLA_TEAM_RESOLUTION
                ? story.before(verdict.decidedAt()).orElse(then)
                : then;
        return charged.place().promisedBy(verdict.policyId());
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
        List<Verdict> decided = story.verdicts().stream()
                .filter(verdict -> verdict.isDecided() && verdict.metric() != Metric.SLA_TEAM_RESOLUTION)
                .toList();
        if (!decided.isEmpty()) {
            Place place =
                    last.place().promisedBy(decided.get(decided.size() - 1).policyId());
            sheet.verdict(Metric.SLA_PER_TICKET, place, decided.stream().allMatch(Verdict::met));
        }
    }
}
