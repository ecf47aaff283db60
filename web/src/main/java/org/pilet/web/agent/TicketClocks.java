package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.pilet.sla.ClockState;
import org.pilet.sla.ClockView;
import org.pilet.sla.ExplainedClock;
import org.pilet.sla.SlaClocks;

/** What was promised for this ticket and how it stands. */
@Named
@RequestScoped
public class TicketClocks {

    private static final int WARN_PERCENT = 75;

    @EJB
    private SlaClocks clocks;

    @Inject
    private TicketPage page;

    private List<ExplainedClock> explained;

    /** Each with the way to its due time. */
    public List<ExplainedClock> getExplained() {
        if (explained == null) {
            explained = clocks.explained(page.getTicket().id()).stream()
                    .filter(each -> each.clock().state() != ClockState.VOID)
                    .toList();
        }
        return explained;
    }

    public List<ClockView> getAll() {
        return getExplained().stream().map(ExplainedClock::clock).toList();
    }

    /** By whose promises it goes, each named once; empty when there is none. */
    public String getAgreements() {
        return getAll().stream().map(ClockView::policyName).distinct().collect(Collectors.joining(", "));
    }

    /** Those that still owe something, for the head. */
    public List<ClockView> getLive() {
        return getAll().stream().filter(ClockView::live).toList();
    }

    /** How alarming it is: danger, warn, ok or nothing. */
    public String tone(ClockView clock) {
        if (clock.state() == ClockState.BREACHED) {
            return "danger";
        }
        if (clock.state() == ClockState.MET) {
            return "ok";
        }
        return clock.percentUsed() >= WARN_PERCENT ? "warn" : "";
    }

    /** When the pill is to turn to warning by itself: three quarters of the way, as the crow flies. */
    public boolean isWarned(ClockView clock) {
        return clock.percentUsed() >= WARN_PERCENT;
    }
}
