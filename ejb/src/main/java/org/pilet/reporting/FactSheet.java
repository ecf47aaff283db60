package org.pilet.reporting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pilet.reporting.Fact.Outcome;

/** Where the rules note the facts of one ticket. */
final class FactSheet {

    private final long ticketId;
    private final List<Fact> facts = new ArrayList<>();

    FactSheet(long ticketId) {
        this.ticketId = ticketId;
    }

    void count(Metric metric, Place place) {
        add(metric, null, place, Outcome.COUNTED);
    }

    void count(Metric metric, Dimension only, Place place) {
        add(metric, only, place, Outcome.COUNTED);
    }

    void exclude(Metric metric, Place place) {
        add(metric, null, place, Outcome.EXCLUDED);
    }

    void verdict(Metric metric, Place place, boolean hit) {
        add(metric, null, place, hit ? Outcome.HIT : Outcome.COUNTED);
    }

    void duration(Metric metric, Place place, Duration calendar, Duration business) {
        facts.add(new Fact(ticketId, metric, null, place, Outcome.COUNTED, calendar, business));
    }

    private void add(Metric metric, Dimension only, Place place, Outcome outcome) {
        facts.add(new Fact(ticketId, metric, only, place, outcome, null, null));
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }
}
