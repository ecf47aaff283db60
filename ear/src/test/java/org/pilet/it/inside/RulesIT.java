package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pilet.automation.GroupMode;
import org.pilet.automation.MacroDraft;
import org.pilet.automation.Macros;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.RuleGroupDraft;
import org.pilet.automation.RuleSweep;
import org.pilet.automation.Rules;
import org.pilet.automation.routing.RoutingSweep;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.platform.Sql;
import org.pilet.sla.LadderAction;
import org.pilet.sla.LadderStep;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.SlaPolicies;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.Tickets;

/** Rules at work on real tickets: what they do, how often, and what stops them. */
@ArquillianTest
class RulesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ROUND_THE_CLOCK = 2;

    @Inject
    private Sql sql;

    @EJB
    private RuleSweep ruleSweep;

    @EJB
    private RoutingSweep routingSweep;

    @EJB
    private AsSystem system;

    @EJB
    private Tickets tickets;

    @EJB
    private Rules rules;

    @EJB
    private Webhooks webhooks;

    @EJB
    private Macros macros;

    @EJB
    private SlaPolicies policies;

    private final List<Long> made = new ArrayList<>();

    @AfterEach
    void remove() throws Exception {
        for (long id : made) {
            system.call(() -> {
                rules.remove(id);
                return null;
            });
        }
    }

    @Test
    void what_comes_in_is_changed_noted_and_told_once_with_the_rule_as_the_cause() throws Exception {
        Desk desk = desk();
        long rule = rule(
                desk,
                "OPENED",
                "'conditions':{'all':[{'kind':'subject','phrases':'kettle'},{'not':{'kind':'escalated'}}]},"
                        + "'actions':[{'kind':'priority','to':'HIGH'},{'kind':'note','text':'Seen by {{ticket.queue}}'},"
                        + "{'kind':'notifyManager','subject':'Look','text':'{{customer.name}} waits'}]");
        long ticket = open(desk, "The kettle is cold");
        awaitRun(rule, ticket, "DONE");

        assertEquals("HIGH", text("select priority as text from ticket where id = ?", ticket));
        assertEquals(
                "rule:" + rule + " " + name(rule),
                text(
                        "select cause as text from ticket_event where ticket_id = ? and kind = 'PRIORITY_CHANGED'",
                        ticket));
        assertTrue(text("select body_text as text from message where ticket_id = ?", ticket)
                .startsWith("Seen by RulesIT"));
        assertEquals(
                String.valueOf(desk.lead()),
                text(
                        "select payload::json ->> 'personId' as text from outbox where kind = 'notify' and payload::json"
                                + " ->> 'event' = 'rule.told' and (payload::json ->> 'ticketId')::bigint = ?",
                        ticket));
        assertTrue(text("select why as text from rule_run where ticket_id = ?", ticket)
                .contains("\"held\":true"));
        // told again of the same event, as after a crash between the deed and the mark
        sql.update(
                "update outbox set state = 'WAITING', due_at = now(), attempts = 0 where dedup_key = ?",
                "opened:" + ticket);
        await(() -> text("select state as text from outbox where dedup_key = 'opened:' || ?", ticket)
                .equals("DONE"));
        assertEquals("1", text("select count(*)::text as text from message where ticket_id = ?", ticket));
        assertEquals("1", text("select count(*)::text as text from rule_run where ticket_id = ?", ticket));
    }

    @Test
    void rules_that_wake_each_other_stop() throws Exception {
        Desk desk = desk();
        String raise = "'conditions':{},'actions':[{'kind':'raisePriority'}]";
        long one = rule(desk, "'CHANGED','fields':['PRIORITY']", raise);
        long two = rule(desk, "'CHANGED','fields':['PRIORITY']", "'actions':[{'kind':'priority','to':'LOW'}]");
        long three = rule(desk, "'CHANGED','fields':['PRIORITY']", raise);
        long four = rule(desk, "'CHANGED','fields':['PRIORITY']", "'actions':[{'kind':'priority','to':'NORMAL'}]");
        long ticket = open(desk, "Loop");
        change(ticket, new TicketChange.SetPriority(Priority.HIGH));
        await(() -> !text(
                        "select count(*)::text as text from rule_run where ticket_id = ? and state = 'GUARDED'", ticket)
                .equals("0"));
        await(() -> text(
                        "select count(*)::text as text from outbox where kind like 'automation.%' and state = 'WAITING'"
                                + " and payload like '%\"ticketId\":' || ? || ',%'",
                        ticket)
                .equals("0"));
        assertEquals(
                "true",
                text(
                        "select bool_and(chain = '' or not (',' || chain || ',') like '%,' || rule_id || ',%')::text as"
                                + " text from rule_run where ticket_id = ?",
                        ticket));
        assertEquals(
                "3",
                text(
                        "select max(array_length(string_to_array(chain, ','), 1))::text as text from rule_run where"
                                + " ticket_id = ?",
                        ticket));
        assertTrue(one < two && two < three && three < four);
    }

    @Test
    void a_rule_that_fails_harms_no_other_and_can_be_tried_again() throws Exception {
        Desk desk = desk();
        long stranger = person("AGENT", "RulesIT stranger");
        long failing =
                rule(desk, "OPENED", "'actions':[{'kind':'tag','tag':'half'},{'kind':'owner','to':" + stranger + "}]");
        long fine = rule(desk, "OPENED", "'actions':[{'kind':'tag','tag':'whole'}]");
        long ticket = open(desk, "Fails");
        awaitRun(failing, ticket, "FAILED");
        awaitRun(fine, ticket, "DONE");
        assertEquals("whole", text("select string_agg(tag, ' ') as text from ticket_tag where ticket_id = ?", ticket));
        assertTrue(text("select error as text from rule_run where ticket_id = ? and state = 'FAILED'", ticket)
                .contains("mayNotWork"));

        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), stranger);
        long run = Long.parseLong(
                text("select id::text as text from rule_run where ticket_id = ? and state = 'FAILED'", ticket));
        sql.update(
                "insert into outbox (id, kind, dedup_key, payload, created_at, due_at) values (nextval('outbox_seq') +"
                        + " 100000000, 'automation.run', ?, ?, now(), now())",
                "retry:" + run + ":1",
                String.valueOf(run));
        awaitRun(failing, ticket, "DONE");
        assertEquals(String.valueOf(stranger), text("select owner_id::text as text from ticket where id = ?", ticket));
    }

    @Test
    void together_the_first_settles_a_field_and_a_person_is_never_overridden() throws Exception {
        Desk desk = desk();
        long group = system.call(() -> rules.save(
                        new RuleGroupDraft(null, "RulesIT " + UUID.randomUUID(), 50, GroupMode.TOGETHER, true)))
                .id();
        long first = rule(desk, group, "OPENED", "'actions':[{'kind':'priority','to':'LOW'},{'kind':'tag','tag':'a'}]");
        long second = rule(
                desk,
                group,
                "OPENED",
                "'conditions':{'all':[{'kind':'priority','anyOf':['NORMAL']}]},'actions':[{'kind':'priority','to':'URGENT'},{'kind':'tag','tag':'b'}]");
        long ticket = open(desk, "Together");
        awaitRun(first, ticket, "DONE");
        awaitRun(second, ticket, "DONE");
        assertEquals("LOW", text("select priority as text from ticket where id = ?", ticket));
        assertEquals(
                "a b",
                text("select string_agg(tag, ' ' order by tag) as text from ticket_tag where ticket_id = ?", ticket));

        // an event that is looked at late, after a person has set the priority
        sql.update("delete from rule_run where ticket_id = ?", ticket);
        sql.update(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_id, actor_kind, status,"
                        + " queue_id) values (nextval('ticket_event_seq') + 100000000, ?, 99, now(),"
                        + " 'PRIORITY_CHANGED', ?, 'AGENT', 'NEW', ?)",
                ticket,
                desk.lead(),
                desk.queue());
        sql.update("update ticket set priority = 'HIGH' where id = ?", ticket);
        sql.update(
                "update outbox set state = 'WAITING', due_at = now(), attempts = 0 where dedup_key = ?",
                "opened:" + ticket);
        awaitRun(first, ticket, "DONE");
        assertEquals("HIGH", text("select priority as text from ticket where id = ?", ticket));
    }

    @Test
    void dates_and_waits_come_in_time_and_once() throws Exception {
        Desk desk = desk();
        long rule = rule(
                desk,
                "'MOMENT','moment':'CREATED','side':'AFTER','minutes':0",
                "'actions':[{'kind':'tag','tag':'before'},{'kind':'wait','minutes':0,'ifStill':'YES'},{'kind':'tag','tag':'after'}]");
        long ticket = open(desk, "Later");
        awaitRun(rule, ticket, "DONE");
        await(() -> text("select string_agg(tag, ' ' order by tag) as text from ticket_tag where ticket_id = ?", ticket)
                .equals("after before"));
        assertEquals("1", text("select count(*)::text as text from rule_moment where ticket_id = ?", ticket));
        assertEquals("1", text("select count(*)::text as text from rule_run where ticket_id = ?", ticket));
    }

    @Test
    void a_canned_response_goes_out_in_the_customers_language() throws Exception {
        Desk desk = desk();
        sql.update("update person set email = ? where id = ?", desk.customer() + "@rules.test", desk.customer());
        long rule = rule(desk, "OPENED", "'actions':[{'kind':'replyWith','response':1}]");
        long ticket = open(desk, "Kannata", "et-EE");
        awaitRun(rule, ticket, "DONE");
        assertEquals("NEW", text("select status as text from ticket where id = ?", ticket));
        String said = text("select body_text as text from message where ticket_id = ?", ticket);
        assertTrue(said.startsWith("Tere, RulesIT") && said.contains("„Kannata“"), said);
        assertTrue(said.contains("/portal/request.xhtml?number="), said);
    }

    @Test
    void a_rule_with_an_hour_asks_about_every_open_ticket_once() throws Exception {
        Desk desk = desk();
        long open = open(desk, "Asked every morning");
        long closed = open(desk, "Closed before");
        sql.update("update ticket set status = 'CLOSED' where id = ?", closed);
        long rule = rule(desk, "'SCHEDULE','at':'04:30'", "'actions':[{'kind':'tag','tag':'asked'}]");
        // its hour has come while no server ran; whether the sweep has noted the next one already or not
        sql.update(
                "insert into rule_schedule (rule_id, next_at) values (?, now() - interval '3 days') on conflict (rule_id)"
                        + " do update set next_at = excluded.next_at",
                rule);
        ruleSweep.tick(); // the timer's next tick may be ten seconds away; dates are waited for with the timer
        awaitRun(rule, open, "DONE");
        assertEquals("asked", text("select tag as text from ticket_tag where ticket_id = ?", open));
        assertEquals("", text("select tag as text from ticket_tag where ticket_id = ?", closed));
        assertEquals("true", text("select (next_at > now())::text as text from rule_schedule where rule_id = ?", rule));
        await(() -> text(
                        "select string_agg(distinct state, ' ') as text from outbox where kind = 'automation.schedule'"
                                + " and payload like ? || ' %'",
                        String.valueOf(rule))
                .equals("DONE"));
        assertEquals(
                "1",
                text(
                        "select count(*)::text as text from outbox where kind = 'automation.schedule' and payload like ?"
                                + " || ' %'",
                        String.valueOf(rule)));
    }

    @Test
    void a_ticket_for_whom_nobody_is_eligible_stays_and_who_is_on_duty_hears_of_it_once() throws Exception {
        Desk desk = desk();
        long able = person("AGENT", "RulesIT able");
        long called = person("AGENT", "RulesIT on duty");
        sql.update(
                "insert into routing_duty (team_id, person_id, from_at, until_at) values (?, ?, now() - interval '1 hour',"
                        + " now() + interval '1 hour')",
                desk.team(),
                called);
        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), able);
        sql.update("insert into routing_agent (person_id, active) values (?, false)", able);
        long ticket = open(desk, "For nobody");
        sql.update(
                "insert into routing_queue (queue_id, active, strategy, ordering) values (?, true, 'LEAST_LOADED',"
                        + " 'ARRIVAL')",
                desk.queue());
        await(() -> !text("select since::text as text from routing_stuck where ticket_id = ?", ticket)
                .isEmpty());
        lookAgainNow(ticket);
        assertEquals("", text("select owner_id::text as text from ticket where id = ?", ticket));
        assertTrue(text("select why as text from routing_log where ticket_id = ?", ticket)
                .contains("RulesIT able: is not given tickets"));
        assertEquals(
                "1 " + called,
                text(
                        "select count(*) || ' ' || max(payload::json ->> 'personId') as text from outbox where kind ="
                                + " 'notify' and payload::json ->> 'event' = 'routing.nobody' and (payload::json ->>"
                                + " 'ticketId')::bigint = ?",
                        ticket));

        sql.update("update routing_agent set active = true where person_id = ?", able);
        sql.update("update routing_stuck set next_at = now() where ticket_id = ?", ticket);
        routingSweep.tick();
        await(() -> text("select owner_id::text as text from ticket where id = ?", ticket)
                .equals(String.valueOf(able)));
        assertEquals("", text("select since::text as text from routing_stuck where ticket_id = ?", ticket));
        assertEquals("2", text("select count(*)::text as text from routing_log where ticket_id = ?", ticket));
    }

    /** Until the ticket has been put off anew. */
    private void lookAgainNow(long ticket) throws Exception {
        sql.update("update routing_stuck set next_at = now() where ticket_id = ?", ticket);
        routingSweep.tick();
        await(() -> text("select (next_at > now())::text as text from routing_stuck where ticket_id = ?", ticket)
                .equals("true"));
    }

    @Test
    @As("ada@pilet.test")
    void a_call_out_is_delivered_signed_logged_and_can_be_sent_again() throws Exception {
        HttpReceiver receiver = HttpReceiver.answering(503);
        System.setProperty("pilet.webhooks.internal", "127.0.0.1");
        try {
            Desk desk = desk();
            long webhook = id("webhook_seq");
            sql.update(
                    "insert into webhook (id, name, url, active) values (?, ?, ?, true)",
                    webhook,
                    "RulesIT " + UUID.randomUUID(),
                    receiver.address());
            rule(desk, "OPENED", "'actions':[{'kind':'webhook','webhook':" + webhook + "}]");
            open(desk, "Tell the other system");
            await(() -> deliveries(webhook).startsWith("503"));
            receiver.answer(204);
            await(() -> deliveries(webhook).equals("503 204"));
            assertEquals(receiver.header(0, "X-Pilet-Delivery"), receiver.header(1, "X-Pilet-Delivery"));
            assertTrue(receiver.header(1, "X-Pilet-Signature").matches("t=\\d+,v1=[0-9a-f]{64}"));

            long delivery = sql.number("select max(id) as value from webhook_delivery where webhook_id = ?", webhook);
            webhooks.redeliver(delivery);
            await(() -> deliveries(webhook).equals("503 204 204"));
            assertTrue(receiver.header(2, "X-Pilet-Delivery").startsWith("again:"));
            sql.update("delete from webhook where id = ?", webhook);
        } finally {
            System.clearProperty("pilet.webhooks.internal");
            receiver.close();
        }
    }

    @Test
    @As("ada@pilet.test")
    void a_level_of_the_ladder_runs_its_macro_and_calls_its_webhook_once() throws Exception {
        HttpReceiver receiver = HttpReceiver.answering(204);
        System.setProperty("pilet.webhooks.internal", "127.0.0.1");
        try {
            Desk desk = desk();
            String name = "RulesIT " + UUID.randomUUID();
            long webhook = id("webhook_seq");
            sql.update(
                    "insert into webhook (id, name, url, active) values (?, ?, ?, true)",
                    webhook,
                    name,
                    receiver.address());
            long macro = macros.save(new MacroDraft(
                            null, name, 10, null, "{\"actions\":[{\"kind\":\"tag\",\"tag\":\"by-ladder\"}]}", true))
                    .id();
            List<LadderStep> steps = List.of(
                    new LadderStep(LadderAction.RUN_MACRO, String.valueOf(macro)),
                    new LadderStep(LadderAction.CALL_WEBHOOK, String.valueOf(webhook)));
            PolicyDraft promise = new PolicyDraft(
                    name,
                    -(int) desk.queue(), // before the catch-all
                    true,
                    ROUND_THE_CLOCK,
                    desk.queue(),
                    null,
                    null,
                    List.of(new PolicyDraft.Target(Metric.FIRST_RESPONSE, null, Duration.ofSeconds(2))),
                    PolicyDraft.USUAL_PAUSES,
                    List.of(new PolicyDraft.Level(Metric.FIRST_RESPONSE, 100, Duration.ZERO, steps)));
            system.call(() -> policies.add(promise));
            long ticket = open(desk, "Nobody answers");
            await(() -> text("select tag as text from ticket_tag where ticket_id = ?", ticket)
                    .equals("by-ladder"));
            await(() -> deliveries(webhook).equals("204"));
            assertEquals(
                    "sla:first_response",
                    text(
                            "select cause as text from ticket_event where ticket_id = ? and kind = 'TAGS_CHANGED'",
                            ticket));
            assertEquals(
                    "2 DONE",
                    text(
                            "select count(*) || ' ' || max(state) as text from outbox where kind = 'ladder.step' and"
                                    + " (payload::json ->> 'ticketId')::bigint = ?",
                            ticket));
            macros.remove(macro);
        } finally {
            System.clearProperty("pilet.webhooks.internal");
            receiver.close();
        }
    }

    private String deliveries(long webhook) {
        return text(
                "select string_agg(status::text, ' ' order by id) as text from webhook_delivery where webhook_id = ?",
                webhook);
    }

    private record Desk(long queue, long team, long lead, long customer) {}

    /** A queue of its own, so that other tests' tickets do not matter. */
    private Desk desk() {
        String name = "RulesIT " + UUID.randomUUID();
        long lead = person("AGENT", name + " lead");
        long customer = person("CUSTOMER", name + " customer");
        long team = id("team_seq");
        sql.update("insert into team (id, name, lead_id) values (?, ?, ?)", team, name, lead);
        long category = id("category_seq");
        sql.update("insert into category (id, name) values (?, ?)", category, name);
        long queue = id("queue_seq");
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id) values (?, ?, ?, ?, ?)",
                queue,
                name,
                queue + "@rules.test",
                team,
                category);
        sql.update("insert into queue_grant (team_id, queue_id, permission) values (?, ?, 'WORK')", team, queue);
        return new Desk(queue, team, lead, customer);
    }

    private long rule(Desk desk, String trigger, String rest) throws Exception {
        return rule(desk, 3, trigger, rest);
    }

    private long rule(Desk desk, long group, String trigger, String rest) throws Exception {
        String kind = trigger.startsWith("'") ? trigger : "'" + trigger + "'";
        String definition = ("{'trigger':{'kind':" + kind + "}," + rest + "}").replace('\'', '"');
        RuleDraft draft = new RuleDraft(
                null, null, group, null, "RulesIT " + UUID.randomUUID(), true, List.of(desk.queue()), definition);
        long id = system.call(() -> rules.save(draft)).id();
        made.add(id);
        return id;
    }

    private String name(long rule) throws Exception {
        return system.call(() -> rules.view(rule)).name();
    }

    private long open(Desk desk, String subject) throws Exception {
        return open(desk, subject, "en");
    }

    private long open(Desk desk, String subject, String language) throws Exception {
        return system.call(() -> tickets.open(new OpenTicket(
                        subject,
                        desk.queue(),
                        null,
                        Priority.NORMAL,
                        null,
                        Channel.PHONE,
                        desk.customer(),
                        language,
                        false,
                        List.of(),
                        null)))
                .id();
    }

    private void change(long ticket, TicketChange change) throws Exception {
        system.call(() -> tickets.change(ticket, null, List.of(change), null));
    }

    private void awaitRun(long rule, long ticket, String state) throws Exception {
        await(() -> sql.number(
                        "select count(*) as value from rule_run where rule_id = ? and ticket_id = ? and state = ?",
                        rule,
                        ticket,
                        state)
                == 1);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(condition);
    }

    private long person(String kind, String name) {
        long id = id("person_seq");
        sql.update("insert into person (id, kind, name, created_at) values (?, ?, ?, now())", id, kind, name);
        return id;
    }

    private long id(String sequence) {
        return sql.number("select nextval('" + sequence + "') + 2000000 as value");
    }

    private String text(String query, Object... parameters) {
        return sql.first(query, row -> row.text("text"), parameters).orElse("");
    }
}
