package org.pilet.it.inside;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.Rules;
import org.pilet.platform.Sql;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.Tickets;

/** A queue of its own with its team, its customer and its rules, so that other tests' tickets do not matter. */
@Dependent
public class RuleDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long USUAL_GROUP = 3;

    @Inject
    private Sql sql;

    @EJB
    private AsSystem system;

    @EJB
    private Tickets tickets;

    @EJB
    private Rules rules;

    private final List<Long> made = new ArrayList<>();
    private long queue;
    private long team;
    private long lead;
    private long customer;

    @PostConstruct
    void setUp() {
        String name = "RuleDesk " + UUID.randomUUID();
        lead = person("AGENT", name + " lead");
        customer = person("CUSTOMER", name + " customer");
        team = id("team_seq");
        sql.update("insert into team (id, name, lead_id) values (?, ?, ?)", team, name, lead);
        long category = id("category_seq");
        sql.update("insert into category (id, name) values (?, ?)", category, name);
        queue = id("queue_seq");
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id) values (?, ?, ?, ?, ?)",
                queue,
                name,
                queue + "@rules.test",
                team,
                category);
        sql.update("insert into queue_grant (team_id, queue_id, permission) values (?, ?, 'WORK')", team, queue);
    }

    /** Its rules end with the test, so that they never meet the tickets of another. */
    void removeRules() throws Exception {
        for (long id : made) {
            system.call(() -> {
                rules.remove(id);
                return null;
            });
        }
    }

    long queue() {
        return queue;
    }

    long team() {
        return team;
    }

    long lead() {
        return lead;
    }

    long customer() {
        return customer;
    }

    /** @param trigger its kind, or its kind and what else it says; with single quotes, as the rest */
    long rule(String trigger, String rest) throws Exception {
        return rule(USUAL_GROUP, trigger, rest);
    }

    long rule(long group, String trigger, String rest) throws Exception {
        return keep(draft(group, List.of(queue), trigger, rest));
    }

    /** A rule that is about no ticket, and so in force in no queue. */
    RuleDraft ruleOfItsOwn(String trigger, String rest) {
        return draft(USUAL_GROUP, List.of(), trigger, rest);
    }

    long keep(RuleDraft draft) throws Exception {
        long id = system.call(() -> rules.save(draft)).id();
        made.add(id);
        return id;
    }

    private static RuleDraft draft(long group, List<Long> queues, String trigger, String rest) {
        String kind = trigger.startsWith("'") ? trigger : "'" + trigger + "'";
        String definition = ("{'trigger':{'kind':" + kind + "}," + rest + "}").replace('\'', '"');
        return new RuleDraft(null, null, group, null, "RuleDesk " + UUID.randomUUID(), true, queues, definition);
    }

    String name(long rule) throws Exception {
        return system.call(() -> rules.view(rule)).name();
    }

    long open(String subject) throws Exception {
        return open(subject, "en");
    }

    long open(String subject, String language) throws Exception {
        return system.call(() -> tickets.open(new OpenTicket(
                        subject,
                        queue,
                        null,
                        Priority.NORMAL,
                        null,
                        Channel.PHONE,
                        customer,
                        language,
                        false,
                        List.of(),
                        null)))
                .id();
    }

    void change(long ticket, TicketChange change) throws Exception {
        system.call(() -> tickets.change(ticket, null, List.of(change), null));
    }

    void awaitRun(long rule, long ticket, String state) throws Exception {
        await(() -> sql.number(
                        "select count(*) as value from rule_run where rule_id = ? and ticket_id = ? and state = ?",
                        rule,
                        ticket,
                        state)
                == 1);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(condition);
    }

    long person(String kind, String name) {
        long id = id("person_seq");
        sql.update("insert into person (id, kind, name, created_at) values (?, ?, ?, now())", id, kind, name);
        return id;
    }

    /** Far from what the application gives out itself meanwhile. */
    long id(String sequence) {
        return sql.number("select nextval('" + sequence + "') + 2000000 as value");
    }

    /** The column {@code text} of the first row; empty without one. */
    String text(String query, Object... parameters) {
        return sql.first(query, row -> row.text("text"), parameters).orElse("");
    }
}
