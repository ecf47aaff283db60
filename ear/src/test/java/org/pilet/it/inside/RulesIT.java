package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pilet.it.inside.RuleDesk.await;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pilet.automation.GroupMode;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.RuleGroupDraft;
import org.pilet.automation.RuleSweep;
import org.pilet.automation.Rules;
import org.pilet.platform.Sql;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;

/** Rules at work on real tickets: what they do, how often, and what stops them. */
@ArquillianTest
class RulesIT {

    @Inject
    private Sql sql;

    @EJB
    private RuleSweep ruleSweep;

    @EJB
    private AsSystem system;

    @EJB
    private Rules rules;

    @Inject
    private RuleDesk desk;

    @AfterEach
    void remove() throws Exception {
        desk.removeRules();
    }

    @Test
    void what_comes_in_is_changed_noted_and_told_once_with_the_rule_as_the_cause() throws Exception {
        long rule = desk.rule(
                "OPENED",
                "'conditions':{'all':[{'kind':'subject','phrases':'kettle'},{'not':{'kind':'escalated'}}]},"
                        + "'actions':[{'kind':'priority','to':'HIGH'},{'kind':'note','text':'Seen by {{ticket.queue}}'},"
                        + "{'kind':'notifyManager','subject':'Look','text':'{{customer.name}} waits'}]");
        long ticket = desk.open("The kettle is cold");
        desk.awaitRun(rule, ticket, "DONE");

        assertEquals("HIGH", desk.text("select priority as text from ticket where id = ?", ticket));
        assertEquals(
                "rule:" + rule + " " + desk.name(rule),
                desk.text(
                        "select cause as text from ticket_event where ticket_id = ? and kind = 'PRIORITY_CHANGED'",
                        ticket));
        assertTrue(desk.text("select body_text as text from message where ticket_id = ?", ticket)
                .startsWith("Seen by RuleDesk"));
        assertEquals(
                String.valueOf(desk.lead()),
                desk.text(
                        "select payload::json ->> 'personId' as text from outbox where kind = 'notify' and payload::json"
                                + " ->> 'event' = 'rule.told' and (payload::json ->> 'ticketId')::bigint = ?",
                        ticket));
        assertTrue(desk.text("select why as text from rule_run where ticket_id = ?", ticket)
                .contains("\"held\":true"));
        // told again of the same event, as after a crash between the deed and the mark
        sql.update(
                "update outbox set state = 'WAITING', due_at = now(), attempts = 0 where dedup_key = ?",
                "opened:" + ticket);
        await(() -> desk.text("select state as text from outbox where dedup_key = 'opened:' || ?", ticket)
                .equals("DONE"));
        assertEquals("1", desk.text("select count(*)::text as text from message where ticket_id = ?", ticket));
        assertEquals("1", desk.text("select count(*)::text as text from rule_run where ticket_id = ?", ticket));
    }

    @Test
    void rules_that_wake_each_other_stop() throws Exception {
        String raise = "'conditions':{},'actions':[{'kind':'raisePriority'}]";
        long one = desk.rule("'CHANGED','fields':['PRIORITY']", raise);
        long two = desk.rule("'CHANGED','fields':['PRIORITY']", "'actions':[{'kind':'priority','to':'LOW'}]");
        long three = desk.rule("'CHANGED','fields':['PRIORITY']", raise);
        long four = desk.rule("'CHANGED','fields':['PRIORITY']", "'actions':[{'kind':'priority','to':'NORMAL'}]");
        long ticket = desk.open("Loop");
        desk.change(ticket, new TicketChange.SetPriority(Priority.HIGH));
        await(() -> !desk.text(
                        "select count(*)::text as text from rule_run where ticket_id = ? and state = 'GUARDED'", ticket)
                .equals("0"));
        await(() -> desk.text(
                        "select count(*)::text as text from outbox where kind like 'automation.%' and state = 'WAITING'"
                                + " and payload like '%\"ticketId\":' || ? || ',%'",
                        ticket)
                .equals("0"));
        assertEquals(
                "true",
                desk.text(
                        "select bool_and(chain = '' or not (',' || chain || ',') like '%,' || rule_id || ',%')::text as"
                                + " text from rule_run where ticket_id = ?",
                        ticket));
        assertEquals(
                "3",
                desk.text(
                        "select max(array_length(string_to_array(chain, ','), 1))::text as text from rule_run where"
                                + " ticket_id = ?",
                        ticket));
        assertTrue(one < two && two < three && three < four);
    }

    @Test
    void a_rule_that_fails_harms_no_other_and_can_be_tried_again() throws Exception {
        long stranger = desk.person("AGENT", "RulesIT stranger");
        long failing =
                desk.rule("OPENED", "'actions':[{'kind':'tag','tag':'half'},{'kind':'owner','to':" + stranger + "}]");
        long fine = desk.rule("OPENED", "'actions':[{'kind':'tag','tag':'whole'}]");
        long ticket = desk.open("Fails");
        desk.awaitRun(failing, ticket, "FAILED");
        desk.awaitRun(fine, ticket, "DONE");
        assertEquals(
                "whole", desk.text("select string_agg(tag, ' ') as text from ticket_tag where ticket_id = ?", ticket));
        assertTrue(desk.text("select error as text from rule_run where ticket_id = ? and state = 'FAILED'", ticket)
                .contains("mayNotWork"));

        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), stranger);
        long run = Long.parseLong(
                desk.text("select id::text as text from rule_run where ticket_id = ? and state = 'FAILED'", ticket));
        sql.update(
                "insert into outbox (id, kind, dedup_key, payload, created_at, due_at) values (nextval('outbox_seq') +"
                        + " 100000000, 'automation.run', ?, ?, now(), now())",
                "retry:" + run + ":1",
                String.valueOf(run));
        desk.awaitRun(failing, ticket, "DONE");
        assertEquals(
                String.valueOf(stranger), desk.text("select owner_id::text as text from ticket where id = ?", ticket));
    }

    @Test
    void together_the_first_settles_a_field_and_a_person_is_never_overridden() throws Exception {
        long group = system.call(() -> rules.save(
                        new RuleGroupDraft(null, "RulesIT " + UUID.randomUUID(), 50, GroupMode.TOGETHER, true)))
                .id();
        long first = desk.rule(group, "OPENED", "'actions':[{'kind':'priority','to':'LOW'},{'kind':'tag','tag':'a'}]");
        long second = desk.rule(
                group,
                "OPENED",
                "'conditions':{'all':[{'kind':'priority','anyOf':['NORMAL']}]},'actions':[{'kind':'priority','to':'URGENT'},{'kind':'tag','tag':'b'}]");
        long ticket = desk.open("Together");
        desk.awaitRun(first, ticket, "DONE");
        desk.awaitRun(second, ticket, "DONE");
        assertEquals("LOW", desk.text("select priority as text from ticket where id = ?", ticket));
        assertEquals(
                "a b",
                desk.text(
                        "select string_agg(tag, ' ' order by tag) as text from ticket_tag where ticket_id = ?",
                        ticket));

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
        desk.awaitRun(first, ticket, "DONE");
        assertEquals("HIGH", desk.text("select priority as text from ticket where id = ?", ticket));
    }

    @Test
    void dates_and_waits_come_in_time_and_once() throws Exception {
        long rule = desk.rule(
                "'MOMENT','moment':'CREATED','side':'AFTER','minutes':0",
                "'actions':[{'kind':'tag','tag':'before'},{'kind':'wait','minutes':0,'ifStill':'YES'},{'kind':'tag','tag':'after'}]");
        long ticket = desk.open("Later");
        desk.awaitRun(rule, ticket, "DONE");
        await(() -> desk.text(
                        "select string_agg(tag, ' ' order by tag) as text from ticket_tag where ticket_id = ?", ticket)
                .equals("after before"));
        assertEquals("1", desk.text("select count(*)::text as text from rule_moment where ticket_id = ?", ticket));
        assertEquals("1", desk.text("select count(*)::text as text from rule_run where ticket_id = ?", ticket));
    }

    @Test
    void a_canned_response_goes_out_in_the_customers_language() throws Exception {
        sql.update("update person set email = ? where id = ?", desk.customer() + "@rules.test", desk.customer());
        long rule = desk.rule("OPENED", "'actions':[{'kind':'replyWith','response':1}]");
        long ticket = desk.open("Kannata", "et-EE");
        desk.awaitRun(rule, ticket, "DONE");
        assertEquals("NEW", desk.text("select status as text from ticket where id = ?", ticket));
        String said = desk.text("select body_text as text from message where ticket_id = ?", ticket);
        assertTrue(said.startsWith("Tere, RuleDesk") && said.contains("„Kannata“"), said);
        assertTrue(said.contains("/portal/request.xhtml?number="), said);
    }

    @Test
    void a_rule_with_an_hour_asks_about_every_open_ticket_once() throws Exception {
        long open = desk.open("Asked every morning");
        long closed = desk.open("Closed before");
        sql.update("update ticket set status = 'CLOSED' where id = ?", closed);
        long rule = desk.rule("'SCHEDULE','at':'04:30'", "'actions':[{'kind':'tag','tag':'asked'}]");
        // its hour has come while no server ran; whether the sweep has noted the next one already or not
        sql.update(
                "insert into rule_schedule (rule_id, next_at) values (?, now() - interval '3 days') on conflict (rule_id)"
                        + " do update set next_at = excluded.next_at",
                rule);
        ruleSweep.tick(); // the timer's next tick may be ten seconds away; dates are waited for with the timer
        desk.awaitRun(rule, open, "DONE");
        assertEquals("asked", desk.text("select tag as text from ticket_tag where ticket_id = ?", open));
        assertEquals("", desk.text("select tag as text from ticket_tag where ticket_id = ?", closed));
        assertEquals(
                "true", desk.text("select (next_at > now())::text as text from rule_schedule where rule_id = ?", rule));
        await(() -> desk.text(
                        "select string_agg(distinct state, ' ') as text from outbox where kind = 'automation.schedule'"
                                + " and payload like ? || ' %'",
                        String.valueOf(rule))
                .equals("DONE"));
        assertEquals(
                "1",
                desk.text(
                        "select count(*)::text as text from outbox where kind = 'automation.schedule' and payload like ?"
                                + " || ' %'",
                        String.valueOf(rule)));
    }

    @Test
    void a_ticket_brings_its_parts_and_tasks_along_and_the_parts_do_not_go_on_for_ever() throws Exception {
        long keeper = desk.person("AGENT", "RulesIT keeper");
        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), keeper);
        long checklist = desk.id("checklist_template_seq");
        sql.update(
                "insert into checklist_template (id, name, items) values (?, ?, e'Desk\nKey')",
                checklist,
                "RulesIT " + UUID.randomUUID());
        long laptop = desk.rule(
                "OPENED",
                "'actions':[{'kind':'openTicket','subject':'Laptop for {{customer.name}}','queue':" + desk.queue()
                        + ",'priority':'HIGH','owner':" + keeper + ",'text':'Part of {{ticket.number}}'},"
                        + "{'kind':'task','task':'Sign {{ticket.number}}','assignee':" + keeper
                        + ",'within':60,'required':'YES'},{'kind':'checklist','checklist':" + checklist + "}]");
        long badge =
                desk.rule("OPENED", "'actions':[{'kind':'openTicket','subject':'Badge','queue':" + desk.queue() + "}]");
        long ticket = desk.open("Somebody new");
        desk.awaitRun(laptop, ticket, "DONE");
        desk.awaitRun(badge, ticket, "DONE");

        String number = desk.text("select number as text from ticket where id = ?", ticket);
        long part = Long.parseLong(desk.text(
                "select from_id::text as text from ticket_link l join ticket t on t.id = l.from_id where l.to_id = ? and"
                        + " l.kind = 'CHILD_OF' and t.subject like 'Laptop for RuleDesk%'",
                ticket));
        assertEquals(
                "HIGH " + keeper + " " + desk.customer(),
                desk.text(
                        "select priority || ' ' || owner_id || ' ' || requester_id as text from ticket where id = ?",
                        part));
        assertEquals(
                "Part of " + number,
                desk.text("select body_text as text from message where ticket_id = ?", part)
                        .strip());
        assertEquals(
                "rule:" + laptop + " " + desk.name(laptop),
                desk.text("select cause as text from ticket_event where ticket_id = ? and kind = 'OPENED'", part));
        assertEquals(
                "Desk, Key, Sign " + number + " " + keeper + " true",
                desk.text(
                        "select string_agg(title || coalesce(' ' || assignee_id || ' ' || (required and due_at > now()),"
                                + " ''), ', ' order by title) as text from ticket_task where ticket_id = ?",
                        ticket));
        assertTrue(desk.text("select did as text from rule_run where ticket_id = ? and rule_id = ?", ticket, laptop)
                .contains(desk.text("select number as text from ticket where id = ?", part)));

        // each rule once for the ticket, and once for the part that the other has opened; none for its own
        String opened = "select count(*)::text as text from ticket where queue_id = ?";
        await(() -> desk.text(opened, desk.queue()).equals("5"));
        await(() -> desk.text(
                        "select count(*)::text as text from outbox o join ticket t on o.dedup_key = 'opened:' || t.id"
                                + " where t.queue_id = ? and o.state = 'WAITING'",
                        desk.queue())
                .equals("0"));
        assertEquals("5", desk.text(opened, desk.queue()));
    }

    @Test
    void a_rule_about_no_ticket_opens_its_own_once_at_its_hour() throws Exception {
        long keeper = desk.person("AGENT", "RulesIT keeper");
        RuleDraft draft = desk.ruleOfItsOwn(
                "'TIMETABLE','at':'04:30'",
                "'actions':[{'kind':'openTicket','subject':'Check the backups','queue':" + desk.queue()
                        + ",'priority':'HIGH','owner':" + keeper + ",'requester':" + keeper + "},"
                        + "{'kind':'tag','tag':'routine'},{'kind':'task','task':'Restore one file'}]");
        long rule = desk.keep(draft);
        String runs = "select string_agg(state, ' ') as text from rule_run where rule_id = ?";
        String opened = "select count(*)::text as text from ticket where queue_id = ?";
        sql.update(
                "insert into rule_schedule (rule_id, next_at) values (?, now() - interval '3 days') on conflict (rule_id)"
                        + " do update set next_at = excluded.next_at",
                rule);
        ruleSweep.tick();
        await(() -> desk.text(runs, rule).equals("FAILED")); // the owner may not work the queue
        assertEquals("0", desk.text(opened, desk.queue()));

        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), keeper);
        long run = Long.parseLong(
                desk.text("select id::text as text from rule_run where rule_id = ? and ticket_id is null", rule));
        sql.update(
                "insert into outbox (id, kind, dedup_key, payload, created_at, due_at) values (nextval('outbox_seq') +"
                        + " 100000000, 'automation.run', ?, ?, now(), now())",
                "retry:" + run + ":1",
                String.valueOf(run));
        await(() -> desk.text(runs, rule).equals("DONE"));
        assertEquals(
                "Check the backups HIGH " + keeper + " routine Restore one file",
                desk.text(
                        "select t.subject || ' ' || t.priority || ' ' || t.owner_id || ' ' || g.tag || ' ' || k.title as"
                                + " text from rule_run r join ticket t on t.id = r.ticket_id join ticket_tag g on"
                                + " g.ticket_id = t.id join ticket_task k on k.ticket_id = t.id where r.rule_id = ?",
                        rule));

        // told again of the same hour, as after a crash between the deed and the mark
        sql.update(
                "update outbox set state = 'WAITING', due_at = now(), attempts = 0 where kind = 'automation.schedule' and"
                        + " payload like ? || ' %'",
                String.valueOf(rule));
        await(() -> desk.text(
                        "select string_agg(distinct state, ' ') as text from outbox where kind = 'automation.schedule'"
                                + " and payload like ? || ' %'",
                        String.valueOf(rule))
                .equals("DONE"));
        assertEquals("1", desk.text(opened, desk.queue()));
        assertEquals("DONE", desk.text(runs, rule));
    }
}
