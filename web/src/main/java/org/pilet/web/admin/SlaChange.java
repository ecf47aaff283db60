package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pilet.reporting.jobs.JobBusy;
import org.pilet.reporting.jobs.Jobs;
import org.pilet.sla.Metric;
import org.pilet.sla.MovedClock;
import org.pilet.sla.SlaImpact;
import org.pilet.tickets.TicketFinder;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** What pages that edit calendars and policies have in common: the look at running clocks, and counting them again. */
@Dependent
class SlaChange implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 20;

    @EJB
    private Jobs jobs;

    @EJB
    private TicketFinder finder;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    /** A clock that would move, by its ticket's number. */
    public record Move(String number, Metric metric, Instant before, Instant after) implements Serializable {}

    /** The first of the clocks that would move. */
    List<Move> shown(SlaImpact impact) {
        return impact.moved().stream().limit(MOST_SHOWN).map(this::move).toList();
    }

    private Move move(MovedClock clock) {
        return new Move(finder.view(clock.ticketId()).number(), clock.metric(), clock.dueBefore(), clock.dueAfter());
    }

    /** Has a job count all running clocks by the new rules. */
    void countAgain() {
        try {
            jobs.start("sla-recount", Map.of());
            toasts.say(texts.get("sla.savedRecount"));
        } catch (JobBusy already) {
            toasts.say(texts.get(
                    "sla.savedBusy")); // it reads the rules ticket by ticket, but may have passed some already
        }
    }

    void nothingToCount() {
        toasts.say(texts.get("sla.saved"));
    }
}
