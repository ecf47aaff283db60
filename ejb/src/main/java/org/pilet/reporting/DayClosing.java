package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.Clock;

/** Turns a day's facts into its figures, and checks them. */
@Dependent
class DayClosing {

    @Inject
    private FactStore facts;

    @Inject
    private FigureStore figures;

    @Inject
    private ReportedTicketStore tickets;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /** Stores the figures and returns where the backlog's identity does not hold. */
    @Transactional
    public List<String> close(Period period, long instanceId) {
        List<Figure> sums = facts.sum(period.day()).figures();
        List<String> gaps = new ArrayList<>(BacklogIdentity.gaps(sums));
        long counted = tickets.backlogAt(period.end());
        long summed = BacklogIdentity.end(sums);
        if (counted != summed) {
            gaps.add("Backlog by facts is " + summed + ", counted by the database it is " + counted);
        }
        figures.save(period, instanceId, clock.now(), gaps, sums);
        return gaps;
    }

    /** Lets go of facts whose figures were computed too long ago; a past day computed again keeps them again as long. */
    @Transactional
    public void forgetOldFacts() {
        facts.forget(clock.now().minus(Duration.ofDays(settings.factDays())));
    }
}
