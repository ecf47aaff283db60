package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Priority;

class HearingTest {

    private final RuleReader reader = new RuleReader(Catalogues.all());
    private final FactSketch sketch = new FactSketch();
    private final AtomicInteger readings = new AtomicInteger();
    private final List<String> done = new ArrayList<>();

    @Test
    void rules_that_do_not_apply_cost_no_reading_of_their_own() {
        hear(
                true,
                group(GroupMode.IN_TURN, rule(1, "HIGH"), rule(2, "LOW")),
                group(GroupMode.TOGETHER, rule(3, "LOW")));
        assertThat(done).isEmpty();
        assertThat(readings).hasValue(0);
    }

    @Test
    void in_turn_a_rule_sees_what_those_before_it_have_left() {
        hear(true, group(GroupMode.IN_TURN, rule(1, "NORMAL"), rule(2, "NORMAL"), rule(3, "HIGH")));
        assertThat(done).containsExactly("1 read again", "3 given");
    }

    @Test
    void together_all_see_the_same() {
        hear(true, group(GroupMode.TOGETHER, rule(1, "NORMAL"), rule(2, "NORMAL"), rule(3, "HIGH")));
        assertThat(done).containsExactly("1 given", "2 given");
        assertThat(readings).hasValue(0);
    }

    @Test
    void the_next_group_sees_what_the_group_before_has_left() {
        hear(true, group(GroupMode.TOGETHER, rule(1, "NORMAL")), group(GroupMode.IN_TURN, rule(2, "HIGH")));
        assertThat(done).containsExactly("1 given", "2 given");
        assertThat(readings).hasValue(1);
    }

    @Test
    void in_transactions_of_their_own_each_reads_again_what_it_goes_by() {
        hear(false, group(GroupMode.IN_TURN, rule(1, "NORMAL"), rule(3, "HIGH")));
        assertThat(done).containsExactly("1 read again", "3 read again");
    }

    @Test
    void one_that_stops_stops_its_group_only() {
        hear(
                true,
                group(GroupMode.IN_TURN, rule(9, "NORMAL"), rule(2, "HIGH")),
                group(GroupMode.IN_TURN, rule(3, "HIGH")));
        assertThat(done).containsExactly("9 read again", "3 given");
    }

    /** Each rule, once carried out, makes the ticket HIGH; the ninth stops. */
    private void hear(boolean inOneTransaction, RuleBook.Group... groups) {
        Hearing.Deed deed = (rule, facts, settled) -> {
            done.add(rule.id() + (facts == null ? " read again" : " given"));
            sketch.ticket.priority = Priority.HIGH;
            return rule.id() == 9 ? RuleRuns.Outcome.STOPPED : RuleRuns.Outcome.ACTED;
        };
        new Hearing(List.of(groups), sketch.facts(), this::read, deed, inOneTransaction).proceed();
    }

    private Facts read() {
        readings.incrementAndGet();
        return sketch.facts();
    }

    private Rule rule(int id, String priority) {
        String definition = "{'trigger':{'kind':'OPENED'},'conditions':{'all':[{'kind':'priority','anyOf':['" + priority
                + "']}]},'actions':[{'kind':'tag','tag':'t'}]}";
        return RuleBinding.rule(
                new RuleView(id, 1, id, "r" + id, true, null, List.of(), definition.replace('\'', '"'), 0, null),
                reader,
                RuleBinding.TRUSTED);
    }

    private static RuleBook.Group group(GroupMode mode, Rule... rules) {
        return new RuleBook.Group(1, "g", mode, List.of(rules));
    }
}
