package org.pilet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class DemoDataIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int TICKETS = 3_000;

    @Test
    void the_promised_accounts_are_there() throws SQLException {
        assertThat(roles("mari@pilet.test")).isEqualTo("AGENT");
        assertThat(roles("jaan@pilet.test")).isEqualTo("AGENT");
        assertThat(roles("tamar@pilet.test")).isEqualTo("AGENT,TEAM_LEAD");
        assertThat(roles("reza@pilet.test")).isEqualTo("AGENT");
        assertThat(roles("oskar@pilet.test")).isEqualTo("BATCH_OPERATOR");
        assertThat(roles("ada@pilet.test")).isEqualTo("ADMINISTRATOR,AGENT");
        assertThat(roles("anna@northwind.test")).isEqualTo("CUSTOMER");
        assertThat(Rows.text(
                        "select count(*) from queue q join mailbox m on m.queue_id = q.id where q.name in ('Support',"
                                + " 'Billing', 'HR')"))
                .isEqualTo("3");
        assertThat(Rows.text("select string_agg(distinct language, ',' order by language) from person"))
                .isEqualTo("en,et,fa,hu,ro,ru");
    }

    @Test
    void a_run_that_an_operator_stops_and_restarts_has_every_ticket_once() throws SQLException {
        String token = Tokens.of("oskar@pilet.test", "jobs:read", "jobs:write");
        long execution = start(token);
        await().atMost(PATIENCE).until(() -> played() > 0);
        given().baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .post("/api/v1/jobs/executions/" + execution + "/stop")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE).until(() -> "STOPPED".equals(state(token, execution)));
        assertThat(played()).isLessThan(TICKETS);

        long second = given().baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .post("/api/v1/jobs/executions/" + execution + "/restart")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("executionId");
        await().atMost(PATIENCE).until(() -> "COMPLETED".equals(state(token, second)));

        assertThat(played()).isEqualTo(TICKETS);
        assertThat(Rows.text("select count(*) from ticket t join demo_ticket d on d.ticket_id = t.id where t.status <>"
                        + " (select e.status from ticket_event e where e.ticket_id = t.id order by e.id desc limit 1)"))
                .isEqualTo("0");
        assertThat(Rows.text("select count(*) from demo_ticket d where not exists (select 1 from sla_clock c where"
                        + " c.ticket_id = d.ticket_id and c.metric = 'RESOLUTION')"))
                .isEqualTo("0");
    }

    private static long start(String token) {
        return given().baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("count", Integer.toString(TICKETS), "days", "200", "seed", "5"))
                .post("/api/v1/jobs/demo-data/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("executionId");
    }

    private static String state(String token, long execution) {
        return given().baseUri(Installation.address())
                .auth()
                .oauth2(token)
                .get("/api/v1/jobs/executions/" + execution)
                .jsonPath()
                .getString("execution.state");
    }

    private static int played() throws SQLException {
        return Integer.parseInt(Rows.text(
                "select count(*) from demo_ticket d join demo_run r on r.id = d.run_id where"
                        + " r.tickets = ? and r.seed = 5",
                TICKETS));
    }

    private static String roles(String email) throws SQLException {
        return Rows.text(
                "select string_agg(r.role, ',' order by r.role) from account_role r join person p on p.id = r.person_id"
                        + " where p.email = ?",
                email);
    }
}
