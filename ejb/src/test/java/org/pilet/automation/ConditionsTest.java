package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pilet.automation.terms.ClockFacts;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

class ConditionsTest {

    private static final Instant NOON = FactSketch.NOON;
    private final RuleReader reader = new RuleReader(Catalogues.all());

    /** The condition, a sketch of which it holds, and one of which it does not. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                of("{'kind':'status','anyOf':['OPEN','NEW']}", new FactSketch(), ticket(t -> t.status = Status.CLOSED)),
                of("{'kind':'priority','anyOf':['NORMAL']}", new FactSketch(), ticket(t -> t.priority = Priority.LOW)),
                of(
                        "{'kind':'priorityAtLeast','least':'HIGH'}",
                        ticket(t -> t.priority = Priority.URGENT),
                        new FactSketch()),
                of(
                        "{'kind':'impact','anyOf':['HIGH']}",
                        ticket(t -> t.impact = org.pilet.tickets.Impact.HIGH),
                        new FactSketch()),
                of(
                        "{'kind':'urgency','anyOf':['LOW','MEDIUM']}",
                        ticket(t -> t.urgency = org.pilet.tickets.Urgency.LOW),
                        ticket(t -> t.urgency = org.pilet.tickets.Urgency.HIGH)),
                of(
                        "{'kind':'type','anyOf':['QUESTION']}",
                        new FactSketch(),
                        ticket(t -> t.type = org.pilet.tickets.TicketType.TASK)),
                of(
                        "{'kind':'channel','anyOf':['EMAIL']}",
                        new FactSketch(),
                        ticket(t -> t.channel = org.pilet.tickets.Channel.CHAT)),
                of("{'kind':'language','anyOf':'fi, et'}", new FactSketch(), ticket(t -> t.language = "en")),
                of("{'kind':'queue','anyOf':[1]}", new FactSketch(), ticket(t -> t.queueId = 2)),
                of("{'kind':'team','anyOf':['1']}", new FactSketch(), ticket(t -> t.teamId = 2)),
                of("{'kind':'category','anyOf':[1]}", new FactSketch(), ticket(t -> t.categoryIds = Set.of(3L))),
                of("{'kind':'owner','anyOf':[5]}", ticket(t -> t.ownerId = 5L), new FactSketch()),
                of("{'kind':'ownerAway'}", ticket(t -> t.ownerAway = true), new FactSketch()),
                of("{'kind':'unowned'}", new FactSketch(), ticket(t -> t.ownerId = 5L)),
                of("{'kind':'participant','anyOf':[5]}", ticket(t -> t.participantIds = Set.of(5L)), new FactSketch()),
                of("{'kind':'responsible','anyOf':[5]}", ticket(t -> t.responsibleId = 5L), new FactSketch()),
                of("{'kind':'organisation','anyOf':[9]}", ticket(t -> t.organisationId = 9L), new FactSketch()),
                of("{'kind':'hasOrganisation'}", ticket(t -> t.organisationId = 9L), new FactSketch()),
                of(
                        "{'kind':'sender','from':'juri@mail.contoso.example'}",
                        new FactSketch(),
                        said("uri@mail.contoso.example")),
                of("{'kind':'sender','from':'@contoso.example'}", new FactSketch(), said("juri@toso.example")),
                of("{'kind':'sender','from':'contoso.example'}", new FactSketch(), said("juri@notcontoso.example")),
                of(
                        "{'kind':'recipient','address':'sales@pilet.test'}",
                        addressed("\"House, of\" <Info@pilet.test>, Sales <Sales@Pilet.test>"),
                        addressed("resales@pilet.test, sales@pilet.test.example")),
                of("{'kind':'recipient','address':'pilet.test'}", addressed("a@eu.pilet.test"), addressed("a@b.test")),
                of("{'kind':'requester','phrases':'TAMM'}", new FactSketch(), ticket(t -> t.requesterName = "Kask")),
                of("{'kind':'tag','anyOf':'VIP; gold'}", ticket(t -> t.tags = Set.of("vip")), new FactSketch()),
                of(
                        "{'kind':'subject','phrases':'bill; invoice 8812 on näpud'}",
                        new FactSketch(),
                        ticket(t -> t.subject = "x")),
                of("{'kind':'text','phrases':'pay at once'}", new FactSketch(), said("a@b.test")),
                of("{'kind':'words','phrases':'invoice'}", new FactSketch(), ticket(t -> t.subject = "x")),
                of("{'kind':'files'}", message(new MessageFacts("", "", "", "", false, 1)), new FactSketch()),
                of("{'kind':'automatic'}", message(new MessageFacts("", "", "", "", true, 0)), new FactSketch()),
                of("{'kind':'escalated'}", ticket(t -> t.escalated = true), new FactSketch()),
                of("{'kind':'byAgent'}", ticket(t -> t.createdByAgent = true), new FactSketch()),
                of("{'kind':'reason','phrases':'log'}", ticket(t -> t.statusReason = "the Log"), new FactSketch()),
                of(
                        "{'kind':'older','minutes':60}",
                        new FactSketch().at(NOON.plusSeconds(3600)),
                        new FactSketch().at(NOON.plusSeconds(3599))),
                of(
                        "{'kind':'inStatusFor','minutes':60}",
                        new FactSketch().at(NOON.plusSeconds(3600)),
                        new FactSketch()),
                of(
                        "{'kind':'untouchedFor','minutes':60}",
                        new FactSketch().at(NOON.plusSeconds(3600)),
                        new FactSketch()),
                of(
                        "{'kind':'customerSilentFor','minutes':60}",
                        new FactSketch().at(NOON.plusSeconds(3600)),
                        new FactSketch()),
                of("{'kind':'customerSpokeLast'}", new FactSketch(), ticket(t -> t.lastAgentAt = NOON.plusSeconds(1))),
                of("{'kind':'unanswered'}", new FactSketch(), ticket(t -> t.firstResponseAt = NOON)),
                of("{'kind':'overdue'}", ticket(t -> t.dueAt = NOON.minusSeconds(1)), ticket(t -> t.dueAt = NOON)),
                of("{'kind':'promise','metric':'RESOLUTION','anyOf':['MISSED']}", clock(-1), clock(1)),
                of("{'kind':'promiseDueWithin','metric':'RESOLUTION','minutes':10}", clock(600), clock(601)),
                of("{'kind':'open','calendar':7}", new FactSketch(), new FactSketch().at(NOON.plusSeconds(1))),
                of("{'kind':'actor','anyOf':['CUSTOMER']}", new FactSketch(), hook("{}")),
                of("{'kind':'changedFrom','value':'LOW'}", changed("LOW"), changed("HIGH")),
                of(
                        "{'kind':'payload','pointer':'/alert/state','value':'down'}",
                        hook("{\"alert\":{\"state\":\"down\"}}"),
                        hook("{\"alert\":3}")));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void holds_of_the_one_and_not_of_the_other(String condition, FactSketch fitting, FactSketch other) {
        ConditionTree tree = reader.conditions(json(condition), (type, id) -> true);
        assertThat(tree.holds(fitting.facts()))
                .as("%s of the fitting", condition)
                .isTrue();
        assertThat(tree.holds(other.facts())).as("%s of the other", condition).isFalse();
    }

    @Test
    void every_condition_is_tried_here() {
        Set<String> tried = new TreeSet<>();
        conditions().forEach(each -> tried.add(json((String) each.get()[0]).getString("kind")));
        assertThat(tried).isEqualTo(Catalogues.all().conditions().keySet());
    }

    @Test
    void joins_conditions_by_all_any_and_not() {
        Facts facts = new FactSketch().facts();
        assertThat(tree("{'all':[]}").holds(facts)).isTrue();
        assertThat(tree("{'all':[{'kind':'unowned'},{'kind':'escalated'}]}").holds(facts))
                .isFalse();
        assertThat(tree("{'any':[{'kind':'unowned'},{'kind':'escalated'}]}").holds(facts))
                .isTrue();
        assertThat(tree("{'not':{'any':[{'kind':'escalated'},{'all':[{'kind':'unanswered'},{'kind':'files'}]}]}}")
                        .holds(facts))
                .isTrue();
    }

    @Test
    void says_of_each_part_whether_it_held() {
        JsonObject why = tree("{'all':[{'kind':'unowned'},{'not':{'kind':'escalated'}}]}")
                .explain(new FactSketch().facts());
        assertThat(why)
                .isEqualTo(
                        json(
                                "{'all':[{'kind':'unowned','held':true},{'not':{'kind':'escalated','held':false},'held':true}],'held':true}"));
    }

    private ConditionTree tree(String written) {
        return reader.conditions(json(written), (type, id) -> true);
    }

    static JsonObject json(String quoted) {
        return RuleJson.object(quoted.replace('\'', '"'));
    }

    private static Arguments of(String condition, FactSketch fitting, FactSketch other) {
        return Arguments.of(condition, fitting, other);
    }

    private static FactSketch ticket(java.util.function.Consumer<org.pilet.automation.terms.TicketSketch> change) {
        return new FactSketch().with(change);
    }

    private static FactSketch said(String address) {
        return message(new MessageFacts(address, "", "", "", false, 0));
    }

    private static FactSketch addressed(String recipients) {
        return message(new MessageFacts("", recipients, "", "", false, 0));
    }

    private static FactSketch message(MessageFacts message) {
        FactSketch sketch = new FactSketch();
        sketch.message = message;
        return sketch;
    }

    private static FactSketch clock(int dueInSeconds) {
        FactSketch sketch = new FactSketch();
        sketch.clocks.add(new ClockFacts(
                "RESOLUTION",
                NOON.minus(Duration.ofHours(1)),
                NOON.plusSeconds(dueInSeconds),
                null,
                null,
                null,
                null,
                0));
        return sketch;
    }

    private static FactSketch hook(String payload) {
        FactSketch sketch = new FactSketch();
        sketch.happening = Happening.forRule(Happening.Kind.HOOK, NOON, 1, payload);
        return sketch;
    }

    private static FactSketch changed(String oldValue) {
        FactSketch sketch = new FactSketch();
        sketch.happening = Happening.changed(NOON, org.pilet.tickets.Field.PRIORITY, oldValue, "NORMAL", 1L, "AGENT");
        return sketch;
    }
}
