package org.pilet.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pilet.it.inside.RuleDesk.await;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.pilet.automation.routing.RoutingSweep;
import org.pilet.platform.Sql;

/** Tickets that are given out by themselves, and those that nobody can be given. */
@ArquillianTest
class RoutingIT {

    @Inject
    private Sql sql;

    @EJB
    private RoutingSweep routingSweep;

    @Inject
    private RuleDesk desk;

    @Test
    void a_ticket_for_whom_nobody_is_eligible_stays_and_who_is_on_duty_hears_of_it_once() throws Exception {
        long able = desk.person("AGENT", "RulesIT able");
        long called = desk.person("AGENT", "RulesIT on duty");
        sql.update(
                "insert into routing_duty (team_id, person_id, from_at, until_at) values (?, ?, now() - interval '1 hour',"
                        + " now() + interval '1 hour')",
                desk.team(),
                called);
        sql.update("insert into team_member (team_id, person_id) values (?, ?)", desk.team(), able);
        sql.update("insert into routing_agent (person_id, active) values (?, false)", able);
        long ticket = desk.open("For nobody");
        sql.update(
                "insert into routing_queue (queue_id, active, strategy, ordering) values (?, true, 'LEAST_LOADED',"
                        + " 'ARRIVAL')",
                desk.queue());
        await(() -> !desk.text("select since::text as text from routing_stuck where ticket_id = ?", ticket)
                .isEmpty());
        lookAgainNow(ticket);
        assertEquals("", desk.text("select owner_id::text as text from ticket where id = ?", ticket));
        assertTrue(desk.text("select why as text from routing_log where ticket_id = ?", ticket)
                .contains("RulesIT able: is not given tickets"));
        assertEquals(
                "1 " + called,
                desk.text(
                        "select count(*) || ' ' || max(payload::json ->> 'personId') as text from outbox where kind ="
                                + " 'notify' and payload::json ->> 'event' = 'routing.nobody' and (payload::json ->>"
                                + " 'ticketId')::bigint = ?",
                        ticket));

        sql.update("update routing_agent set active = true where person_id = ?", able);
        sql.update("update routing_stuck set next_at = now() where ticket_id = ?", ticket);
        routingSweep.tick();
        await(() -> desk.text("select owner_id::text as text from ticket where id = ?", ticket)
                .equals(String.valueOf(able)));
        assertEquals("", desk.text("select since::text as text from routing_stuck where ticket_id = ?", ticket));
        assertEquals("2", desk.text("select count(*)::text as text from routing_log where ticket_id = ?", ticket));
    }

    /** Until the ticket has been put off anew. */
    private void lookAgainNow(long ticket) throws Exception {
        sql.update("update routing_stuck set next_at = now() where ticket_id = ?", ticket);
        routingSweep.tick();
        await(() -> desk.text("select (next_at > now())::text as text from routing_stuck where ticket_id = ?", ticket)
                .equals("true"));
    }
}
