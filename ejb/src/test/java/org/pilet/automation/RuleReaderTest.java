package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pilet.automation.terms.Happening;
import org.pilet.conversation.Placeholders;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Field;

class RuleReaderTest {

    private final RuleReader reader = new RuleReader(Catalogues.all());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|trigger.kind|required",
                "{'trigger':{'kind':'NEVER'}}|trigger.kind|unknown",
                "{'trigger':{'kind':'MOMENT','moment':'DUE','side':'BEFORE'}}|trigger.minutes|required",
                "{'trigger':{'kind':'SCHEDULE','at':'25:00'}}|trigger.at|malformed",
                "{'trigger':[1]}|trigger|malformed",
                "{'trigger':{'kind':'OPENED'}}|actions|required",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'explode'}]}|actions[0].kind|unknown",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'tag','tag':''}]}|actions[0].tag|required",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'tag','tag':'a','to':1}]}|actions[0].to|unknown",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'queue','to':99}]}|actions[0].to|unknown",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'status','to':'RESOLVED'}]}|actions[0].to|solutionNeeded",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'status','to':'PENDING'}]}|actions[0].reason|waitingReason",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'note','text':'Hi {{nobody}}'}]}|actions[0].text|unknown",
                "{'trigger':{'kind':'OPENED'},'conditions':{'kind':'colour'}}|conditions.kind|unknown",
                "{'trigger':{'kind':'OPENED'},'conditions':{'any':[]}}|conditions.any|required",
                "{'trigger':{'kind':'OPENED'},'conditions':{'all':[{'kind':'older','minutes':'soon'}]}}|conditions.all[0].minutes|malformed",
                "{'trigger':{'kind':'OPENED'},'conditions':{'all':[{'not':{'kind':'priority','anyOf':['HIGHEST']}}]}}|conditions.all[0].not.anyOf|unknown",
                "{'trigger':{'kind':'OPENED'},'conditions':{'all':[],'any':[]}}|conditions.not|unknown",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'openTicket','subject':'a'}]}|actions[0].queue|required",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'task','task':'a','assignee':99}]}|actions[0].assignee|unknown",
                "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'checklist','checklist':99}]}|actions[0].checklist|unknown",
                "{'trigger':{'kind':'TIMETABLE','at':'8'},'actions':[{'kind':'unassign'}]}|trigger.at|malformed",
                "{'trigger':{'kind':'TIMETABLE','at':'08:00'},'actions':[{'kind':'unassign'}]}|actions[0].kind|opensFirst",
                "{'trigger':{'kind':'TIMETABLE','at':'08:00'},'actions':[{'kind':'openTicket','subject':'a','queue':1}]}|actions[0].requester|required",
                "{'trigger':{'kind':'TIMETABLE','at':'08:00'},'actions':[{'kind':'openTicket','subject':'{{ticket.number}}','queue':1,'requester':1}]}|actions[0].subject|noTicketYet",
                "{'trigger':{'kind':'TIMETABLE','at':'08:00'},'conditions':{'all':[{'kind':'unowned'}]},'actions':[{'kind':'openTicket','subject':'a','queue':1,'requester':1}]}|conditions|noTicketYet",
            })
    void refuses_by_the_place_and_the_reason(String definition, String field, String reason) {
        assertThatThrownBy(() -> rule(definition)).isInstanceOfSatisfying(InvalidInput.class, no -> {
            assertThat(no.field()).isEqualTo(field);
            assertThat(no.key()).isEqualTo("refusal.input." + reason);
        });
    }

    @Test
    void refuses_a_tree_that_nobody_could_read() {
        String deep = "{'kind':'unowned'}";
        for (int i = 0; i < 9; i++) {
            deep = "{'not':" + deep + "}";
        }
        String definition = "{'trigger':{'kind':'OPENED'},'conditions':" + deep + "}";
        assertThatThrownBy(() -> rule(definition)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void hears_what_its_trigger_names() {
        Rule raised = rule("{'trigger':{'kind':'CHANGED','fields':['PRIORITY']},'actions':[{'kind':'unassign'}]}");
        assertThat(raised.hears(changed(Field.PRIORITY, "HIGH"))).isTrue();
        assertThat(raised.hears(changed(Field.STATUS, "OPEN"))).isFalse();
        Rule closed = rule("{'trigger':{'kind':'STATUS','to':['CLOSED']},'actions':[{'kind':'unassign'}]}");
        assertThat(closed.hears(changed(Field.STATUS, "CLOSED"))).isTrue();
        assertThat(closed.hears(changed(Field.STATUS, "OPEN"))).isFalse();
        Rule hook = rule("{'trigger':{'kind':'HOOK'},'actions':[{'kind':'unassign'}]}");
        assertThat(hook.hears(Happening.forRule(Happening.Kind.HOOK, FactSketch.NOON, 4, "{}")))
                .isTrue();
        assertThat(hook.hears(Happening.forRule(Happening.Kind.HOOK, FactSketch.NOON, 5, "{}")))
                .as("meant for another rule")
                .isFalse();
    }

    @Test
    void is_in_force_in_its_queues_only() {
        RuleView written = new RuleView(
                4,
                1,
                10,
                "r",
                true,
                null,
                java.util.List.of(2L),
                json("{'trigger':{'kind':'OPENED'},'actions':[{'kind':'unassign'}]}"),
                0,
                null);
        Rule rule = RuleBinding.rule(written, reader, RuleBinding.TRUSTED);
        assertThat(rule.appliesTo(new FactSketch().facts())).isFalse();
        assertThat(rule.appliesTo(new FactSketch().with(t -> t.queueId = 2).facts()))
                .isTrue();
    }

    @Test
    void a_rule_about_no_ticket_is_in_force_in_no_queue() {
        String definition = json("{'trigger':{'kind':'TIMETABLE','at':'08:00'},'conditions':{'all':[]},'actions':"
                + "[{'kind':'openTicket','subject':'a','queue':1,'requester':1},{'kind':'tag','tag':'b'}]}");
        RuleView everywhere = view(4, definition);
        assertThat(RuleBinding.rule(everywhere, reader, RuleBinding.TRUSTED).steps())
                .hasSize(2);
        RuleView somewhere = new RuleView(4, 1, 10, "r", true, null, java.util.List.of(2L), definition, 0, null);
        assertThatThrownBy(() -> RuleBinding.rule(somewhere, reader, RuleBinding.TRUSTED))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo("queueIds"));
    }

    @Test
    void opening_tickets_and_adding_tasks_counts_in_a_trial() {
        Rule rule = rule("{'trigger':{'kind':'OPENED'},'actions':[{'kind':'priority','to':'NORMAL'},"
                + "{'kind':'openTicket','subject':'a','queue':1},{'kind':'task','task':'b'},"
                + "{'kind':'checklist','checklist':1}]}");
        assertThat(ImaginedWork.of(rule, new FactSketch().facts()).effective()).containsExactly(1, 2, 3);
    }

    @Test
    void a_rule_that_cannot_be_read_harms_no_other() {
        RuleView broken = view(1, "{'trigger':{'kind':'GONE'}}");
        RuleView fine = view(2, "{'trigger':{'kind':'OPENED'},'actions':[{'kind':'unassign'}]}");
        RuleBook book = RuleBinding.bind(
                java.util.List.of(new RuleGroupView(1, "g", 1, GroupMode.IN_TURN, true)),
                java.util.List.of(broken, fine),
                reader);
        assertThat(book.groups().get(0).rules()).extracting(Rule::id).containsExactly(2L);
    }

    @Test
    void fills_placeholders_and_escapes_what_people_are_called() {
        assertThat(Placeholders.fillAll(
                        "Dear {{ customer.name }}, {{owner.name}}{{ticket.number}} {{",
                        java.util.Map.of("customer.name", "A<b>$1", "ticket.number", "100008"),
                        plain -> plain.replace("<", "&lt;")))
                .isEqualTo("Dear A&lt;b>$1, 100008 {{");
    }

    private Rule rule(String definition) {
        return RuleBinding.rule(view(4, definition), reader, (type, id) -> id < 10);
    }

    private static RuleView view(long id, String definition) {
        return new RuleView(id, 1, 10, "r", true, null, java.util.List.of(), json(definition), 0, null);
    }

    private static Happening changed(Field field, String newValue) {
        return Happening.changed(FactSketch.NOON, field, null, newValue, 1L, "AGENT");
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
