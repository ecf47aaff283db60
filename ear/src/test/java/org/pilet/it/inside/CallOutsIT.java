package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pilet.it.inside.RuleDesk.await;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pilet.automation.MacroDraft;
import org.pilet.automation.Macros;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.platform.Sql;
import org.pilet.sla.LadderAction;
import org.pilet.sla.LadderStep;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.SlaPolicies;

/** Rules and levels of the ladder that call other systems: signed, logged, once. */
@ArquillianTest
class CallOutsIT {

    private static final long ROUND_THE_CLOCK = 2;

    @Inject
    private Sql sql;

    @EJB
    private AsSystem system;

    @EJB
    private Webhooks webhooks;

    @EJB
    private Macros macros;

    @EJB
    private SlaPolicies policies;

    @Inject
    private RuleDesk desk;

    @AfterEach
    void remove() throws Exception {
        desk.removeRules();
    }

    @Test
    @As("ada@pilet.test")
    void a_call_out_is_delivered_signed_logged_and_can_be_sent_again() throws Exception {
        HttpReceiver receiver = HttpReceiver.answering(503);
        System.setProperty("pilet.webhooks.internal", "127.0.0.1");
        try {
            long webhook = desk.id("webhook_seq");
            sql.update(
                    "insert into webhook (id, name, url, active) values (?, ?, ?, true)",
                    webhook,
                    "RulesIT " + UUID.randomUUID(),
                    receiver.address());
            desk.rule("OPENED", "'actions':[{'kind':'webhook','webhook':" + webhook + "}]");
            desk.open("Tell the other system");
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
            String name = "RulesIT " + UUID.randomUUID();
            long webhook = desk.id("webhook_seq");
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
            long ticket = desk.open("Nobody answers");
            await(() -> desk.text("select tag as text from ticket_tag where ticket_id = ?", ticket)
                    .equals("by-ladder"));
            await(() -> deliveries(webhook).equals("204"));
            assertEquals(
                    "sla:first_response",
                    desk.text(
                            "select cause as text from ticket_event where ticket_id = ? and kind = 'TAGS_CHANGED'",
                            ticket));
            assertEquals(
                    "2 DONE",
                    desk.text(
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
        return desk.text(
                "select string_agg(status::text, ' ' order by id) as text from webhook_delivery where webhook_id = ?",
                webhook);
    }
}
