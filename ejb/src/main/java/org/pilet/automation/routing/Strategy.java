package org.pilet.automation.routing;

import java.util.Comparator;

/** Who of several eligible people gets the next ticket. */
public enum Strategy {
    /** Whose last turn is the longest ago. */
    ROUND_ROBIN(Comparator.comparing(Candidate::lastAt)),
    /** Who has had the fewest turns for their weight. */
    WEIGHTED(Comparator.comparingDouble((Candidate each) -> (double) each.turns() / each.weight())
            .thenComparing(Candidate::lastAt)),
    /** Who has the most room, as a part of their cap. */
    LEAST_LOADED(Comparator.comparingDouble((Candidate each) -> (double) each.load() / each.most())
            .thenComparing(Candidate::lastAt));

    private final Comparator<Candidate> order;

    Strategy(Comparator<Candidate> order) {
        this.order = order.thenComparing(Candidate::personId);
    }

    Comparator<Candidate> order() {
        return order;
    }
}
