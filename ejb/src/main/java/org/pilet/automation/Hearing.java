package org.pilet.automation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Field;

/**
 * One event before the rules that listen, group by group and in their order. All are asked about one reading of the
 * ticket until one of them acts; then, where rules work in turn, the next are asked about what it has left.
 */
class Hearing {

    private final List<RuleBook.Group> listening;
    private final Supplier<Facts> reading;
    private final Deed deed;
    private final boolean inOneTransaction;
    private Facts seen;
    private boolean held;

    /** Carries a rule out that applies to the facts. */
    @FunctionalInterface
    interface Deed {

        /**
         * @param facts to go by; null: to be read again once the ticket's row is held
         * @param settled fields that rules before have settled, added to; null when every rule may set every field
         */
        RuleRuns.Outcome carryOut(Rule rule, Facts facts, Set<Field> settled);
    }

    /**
     * @param seen the ticket as it was when the event was looked at first
     * @param reading reads it again
     * @param inOneTransaction whether all is done in one, so that the row of the ticket stays held from the first deed on
     */
    Hearing(List<RuleBook.Group> listening, Facts seen, Supplier<Facts> reading, Deed deed, boolean inOneTransaction) {
        this.listening = listening;
        this.seen = seen;
        this.reading = reading;
        this.deed = deed;
        this.inOneTransaction = inOneTransaction;
    }

    void proceed() {
        listening.forEach(this::ask);
    }

    private void ask(RuleBook.Group group) {
        boolean together = group.mode() == GroupMode.TOGETHER;
        Set<Field> settled = together ? EnumSet.noneOf(Field.class) : null;
        boolean acted = false;
        for (Rule rule : group.rules()) {
            if (!rule.appliesTo(now())) {
                continue;
            }
            RuleRuns.Outcome outcome = deed.carryOut(rule, together || held ? seen : null, settled);
            held |= inOneTransaction && outcome != RuleRuns.Outcome.NOTHING;
            acted = true;
            if (outcome.stops()) {
                break;
            }
            if (!together) {
                seen = null;
            }
        }
        if (acted) {
            seen = null;
        }
    }

    private Facts now() {
        if (seen == null) {
            seen = reading.get();
        }
        return seen;
    }
}
