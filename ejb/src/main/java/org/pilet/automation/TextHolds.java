package org.pilet.automation;

/** One of these phrases stands in the text. */
record TextHolds(Phrases phrases) implements IntakeCondition {

    @Override
    public boolean holds(Arrival arrival) {
        return phrases.in(arrival.text());
    }
}
