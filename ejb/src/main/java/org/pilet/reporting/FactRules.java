package org.pilet.reporting;

import java.util.List;
import org.pilet.sla.OpenHours;

/** All formulas, applied to one ticket and one period. The nightly job and the live figures both come through here. */
final class FactRules {

    private static final List<FactRule> ALL = List.of(
            new Volume(),
            new BacklogFlow(),
            new BacklogParts(),
            new FirstResponse(),
            new NextResponse(),
            new TimeToOwn(),
            new Resolution(),
            new SlaCompliance(),
            new FirstContact(),
            new Automation());

    private FactRules() {}

    static List<Fact> facts(ReportedTicket history, Period period, OpenHours open) {
        TicketStory story = new TicketStory(history, period, open);
        if (!story.existed()) {
            return List.of();
        }
        FactSheet sheet = new FactSheet(history.ticketId());
        ALL.forEach(rule -> rule.judge(story, sheet));
        return sheet.facts().stream()
                .map(fact -> story.outAtEnd() && fact.metric().kind() != Metric.Kind.FLOW ? fact.excluded() : fact)
                .toList();
    }
}
