package org.pilet.reporting;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.pilet.reporting.ReportedTicket.Deed;
import org.pilet.reporting.ReportedTicket.DeedKind;
import org.pilet.reporting.ReportedTicket.Step;

/** How much of the work nobody had to do. Who opens a ticket for a customer has chosen its queue. */
class Automation implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        List<Step> resolutions = story.resolutions();
        if (!resolutions.isEmpty() && story.period().contains(resolutions.get(0).at())) {
            Step resolution = resolutions.get(0);
            Predicate<Deed> before = deed -> !deed.at().isAfter(resolution.at());
            sheet.verdict(
                    Metric.AUTOMATION_ROUTED,
                    resolution.place(),
                    !story.createdByAgent() && !any(story, DeedKind.ROUTED, before.and(Deed::byPerson)));
            sheet.verdict(
                    Metric.AUTOMATION_ANSWERED,
                    resolution.place(),
                    any(story, DeedKind.ANSWERED, before)
                            && !any(story, DeedKind.ANSWERED, before.and(Deed::byPerson)));
        }
        story.deeds().stream()
                .filter(deed -> deed.kind() == DeedKind.CLOSED)
                .filter(deed -> story.period().contains(deed.at()))
                .forEach(deed -> sheet.verdict(Metric.AUTOMATION_CLOSED, place(story, deed.at()), !deed.byPerson()));
    }

    private static boolean any(TicketStory story, DeedKind kind, Predicate<Deed> which) {
        return story.deeds().stream().filter(deed -> deed.kind() == kind).anyMatch(which);
    }

    private static Place place(TicketStory story, Instant at) {
        return story.at(at).place();
    }
}
