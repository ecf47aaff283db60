package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

class PastTicketTest {

    private static final Instant NOON = FactSketch.NOON;

    private final List<PastStore.Event> events = List.of(
            event(1, 0, "OPENED", null, "NEW"),
            event(2, 10, "PRIORITY_CHANGED", "LOW", "HIGH"),
            event(3, 20, "STATUS_CHANGED", "NEW", "OPEN"),
            event(4, 20, "TAGS_CHANGED", "", "vip"),
            event(5, 30, "OWNER_CHANGED", null, "5"),
            event(6, 40, "STATUS_CHANGED", "OPEN", "ANSWERED"),
            event(7, 50, "QUEUE_CHANGED", "1", "2"));

    private final PastTicket ticket = new PastTicket(
            new FactSketch()
                    .with(today -> {
                        today.priority = Priority.HIGH;
                        today.status = Status.ANSWERED;
                        today.tags = Set.of("vip");
                        today.ownerId = 5L;
                        today.queueId = 2;
                        today.firstResponseAt = NOON.plusSeconds(40);
                    })
                    .facts()
                    .ticket(),
            events,
            List.of(
                    new PastStore.Said(
                            1, NOON, "CUSTOMER", true, new MessageFacts("a@b.test", "", "s", "first", false, 0)),
                    new PastStore.Said(2, NOON.plusSeconds(40), "AGENT", true, MessageFacts.NONE)),
            List.of());

    @Test
    void is_what_it_was_right_after_each_event() {
        Facts opened = after(0);
        assertThat(opened.ticket().priority()).isEqualTo(Priority.LOW);
        assertThat(opened.ticket().status()).isEqualTo(Status.NEW);
        assertThat(opened.ticket().ownerId()).isNull();
        assertThat(opened.ticket().queueId()).isEqualTo(1);
        assertThat(opened.ticket().tags()).isEmpty();
        assertThat(opened.ticket().firstResponseAt()).isNull();
        assertThat(opened.ticket().lastAgentAt()).isNull();
        assertThat(opened.message().text()).isEqualTo("first");

        Facts tagged = after(3);
        assertThat(tagged.ticket().status()).isEqualTo(Status.OPEN);
        assertThat(tagged.ticket().statusSince()).isEqualTo(NOON.plusSeconds(20));
        assertThat(tagged.ticket().tags()).containsExactly("vip");
        assertThat(after(2).ticket().tags())
                .as("of two events at the same instant the later is not yet")
                .isEmpty();
        assertThat(after(6).ticket())
                .isEqualTo(ticket.at(NOON.plusSeconds(60), happening(), (id, at) -> true)
                        .ticket());
    }

    @Test
    void knows_the_values_a_date_has_had() {
        assertThat(ticket.values(Moment.STATUS_SINCE))
                .containsExactly(NOON, NOON.plusSeconds(20), NOON.plusSeconds(40));
        Facts then = ticket.at(NOON.plusSeconds(30), happening(), (id, at) -> true);
        assertThat(PastTicket.had(Moment.STATUS_SINCE, NOON.plusSeconds(20), then.ticket()))
                .isTrue();
        assertThat(PastTicket.had(Moment.STATUS_SINCE, NOON, then.ticket())).isFalse();
    }

    @Test
    void an_imagined_rule_says_what_would_have_made_a_difference() {
        Rule rule = RuleBinding.rule(
                new RuleView(
                        1,
                        1,
                        1,
                        "r",
                        true,
                        null,
                        List.of(),
                        ("{'trigger':{'kind':'OPENED'},'actions':[{'kind':'priority','to':'LOW'},{'kind':'tag','tag':'new'},"
                                        + "{'kind':'raisePriority'},{'kind':'note','text':'x'}]}")
                                .replace('\'', '"'),
                        0,
                        null),
                new RuleReader(Catalogues.all()),
                RuleBinding.TRUSTED);
        ImaginedWork work = ImaginedWork.of(rule, after(0));
        assertThat(work.effective()).containsExactly(1, 2, 3);
        assertThat(work.facts().ticket().priority()).isEqualTo(Priority.NORMAL);
    }

    private Facts after(int place) {
        return ticket.after(events.get(place), happening(), (id, at) -> true);
    }

    private static Happening happening() {
        return Happening.forRule(Happening.Kind.SCHEDULE, NOON, 1, null);
    }

    private static PastStore.Event event(long id, int seconds, String kind, String oldValue, String newValue) {
        return new PastStore.Event(id, NOON.plusSeconds(seconds), kind, 1L, "AGENT", null, oldValue, newValue);
    }
}
