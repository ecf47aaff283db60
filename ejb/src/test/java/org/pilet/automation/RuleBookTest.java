package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;

class RuleBookTest {

    private static final TicketChange URGENT = new TicketChange.SetPriority(Priority.URGENT);
    private static final TicketChange LOW = new TicketChange.SetPriority(Priority.LOW);
    private static final TicketChange TO_BILLING = new TicketChange.Move(2);
    private static final TicketChange VIP = new TicketChange.AddTag("vip");
    private static final TicketChange INVOICE = new TicketChange.AddTag("invoice");

    private final Arrival arrival =
            new Arrival(1, "Juri@Mail.Contoso.example", "INVOICE 8812 on  näpud", "please pay\nat once");

    @Test
    void the_first_rule_that_applies_and_names_one_sets_queue_category_and_priority() {
        IntakeDecision decision = new RuleBook(List.of(
                        rule(1, List.of(new SubjectHolds(new Phrases("printer"))), List.of(LOW)),
                        rule(2, List.of(new SubjectHolds(new Phrases("bill; invoice"))), List.of(URGENT)),
                        rule(3, List.of(), List.of(LOW, TO_BILLING))))
                .decide(arrival);
        assertThat(decision.applied())
                .extracting(IntakeDecision.Applied::ruleId, IntakeDecision.Applied::changes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, List.of(URGENT)),
                        org.assertj.core.groups.Tuple.tuple(3L, List.of(TO_BILLING)));
    }

    @Test
    void tags_add_up() {
        IntakeDecision decision = new RuleBook(
                        List.of(rule(1, List.of(), List.of(VIP)), rule(2, List.of(), List.of(INVOICE))))
                .decide(arrival);
        assertThat(decision.applied()).hasSize(2);
    }

    @Test
    void all_conditions_of_a_rule_must_hold() {
        assertThat(new RuleBook(List.of(rule(1, List.of(new CameTo(1), new CameTo(2)), List.of(VIP))))
                        .decide(arrival)
                        .applied())
                .isEmpty();
    }

    @Test
    void a_sender_is_an_address_or_a_domain_with_what_is_beneath_it() {
        assertThat(new SentBy("juri@mail.contoso.example").holds(arrival)).isTrue();
        assertThat(new SentBy("@contoso.example").holds(arrival)).isTrue();
        assertThat(new SentBy("contoso.example").holds(arrival)).isTrue();
        assertThat(new SentBy("toso.example").holds(arrival)).isFalse();
        assertThat(new SentBy("uri@mail.contoso.example").holds(arrival)).isFalse();
    }

    @Test
    void phrases_are_found_whatever_their_case_and_spacing() {
        assertThat(new SubjectHolds(new Phrases("invoice 8812 on näpud")).holds(arrival))
                .isTrue();
        assertThat(new TextHolds(new Phrases("pay at once")).holds(arrival)).isTrue();
        assertThat(new TextHolds(new Phrases(" ; ;")).holds(arrival)).isFalse();
    }

    private static IntakeRule rule(long id, List<IntakeCondition> conditions, List<TicketChange> effects) {
        return new IntakeRule(id, "rule " + id, conditions, effects);
    }
}
