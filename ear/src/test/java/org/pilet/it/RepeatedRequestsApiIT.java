package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Programs that ask twice, all at once or on top of somebody else's change, by the REST API. */
@ArquillianTest
@RunAsClient
class RepeatedRequestsApiIT {

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final Api jaan = Api.as("jaan@pilet.test");
    private final String word = Api.word();

    @Test
    void a_request_is_carried_out_once_for_each_key() throws SQLException {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "Once " + word, "text", "Words");
        Response first = keyed(anna, word, asked);
        Response second = keyed(anna, word, asked);
        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        Response other = keyed(anna, word, Api.with(asked, "text", "Other words"));
        other.then().statusCode(409).contentType("application/problem+json");
        keyed(kadri, word, asked).then().statusCode(201).header("Idempotent-Replayed", (String) null);
        keyed(anna, "has blank", asked).then().statusCode(422);
        assertThat(Rows.text("select count(*) from ticket where subject = ?", "Once " + word))
                .isEqualTo("2");

        Map<String, String> refused = Map.of("queue", "Nowhere", "subject", "Later " + word, "text", "x");
        keyed(anna, "again-" + word, refused).then().statusCode(404);
        keyed(anna, "again-" + word, Api.with(refused, "queue", "Support"))
                .then()
                .statusCode(201);

        String path = "/tickets/" + first.jsonPath().getString("number") + "/messages";
        for (Api writer : List.of(anna, mari)) {
            for (int i = 0; i < 2; i++) {
                writer.call()
                        .header("Idempotency-Key", "said-" + word)
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "Said once"))
                        .post(path)
                        .then()
                        .statusCode(201);
            }
        }
        assertThat(mari.get(path).jsonPath().getList("items")).hasSize(3);
    }

    @Test
    void eight_posts_at_once_with_one_key_open_one_ticket() throws Exception {
        Map<String, String> asked = Map.of("queue", "Support", "subject", "Race " + word, "text", "Words");
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Response> post = () -> keyed(anna, word, asked);
            List<String> answers = new ArrayList<>();
            for (Future<Response> done : pool.invokeAll(Collections.nCopies(8, post))) {
                done.get().then().statusCode(201);
                answers.add(done.get().asString());
            }
            assertThat(answers.stream().distinct()).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(Rows.text("select count(*) from ticket where subject = ?", "Race " + word))
                .isEqualTo("1");
    }

    @Test
    void a_change_on_top_of_anothers_is_refused_with_who_changed_what() {
        String path = "/tickets/" + anna.open("Contested " + word, "Words");
        String seen = jaan.get(path).header("ETag");
        mari.patch(path, Map.of("priority", "URGENT")).then().statusCode(200);

        Response refused = jaan.call()
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(Map.of("priority", "LOW"))
                .patch(path);
        refused.then().statusCode(412).contentType("application/problem+json");
        assertThat(refused.jsonPath().getString("meanwhile[0].actorName")).isEqualTo("Mari Tamm");
        assertThat(refused.jsonPath().getString("meanwhile[0].kind")).isEqualTo("PRIORITY_CHANGED");
        assertThat(refused.jsonPath().getString("meanwhile[0].oldValue")).isEqualTo("NORMAL");
        assertThat(refused.jsonPath().getString("meanwhile[0].newValue")).isEqualTo("URGENT");
        assertThat(refused.jsonPath().getString("detail")).contains("Mari Tamm");
        assertThat(mari.read(path, "priority")).isEqualTo("URGENT");

        Response other = jaan.call()
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body(Map.of("type", "TASK"))
                .patch(path);
        other.then().statusCode(200);
        assertThat(other.header("ETag")).isEqualTo("\"" + other.jsonPath().getInt("version") + "\"");
        jaan.call()
                .header("If-Match", "\"nonsense\"")
                .contentType(ContentType.JSON)
                .body(Map.of("type", "TASK"))
                .patch(path)
                .then()
                .statusCode(422);

        String beforeReply = jaan.get(path).header("ETag");
        anna.post(path + "/messages", Map.of("text", "One more thing")).then().statusCode(201);
        Response late = jaan.call()
                .header("If-Match", beforeReply)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Here you are"))
                .post(path + "/messages");
        late.then().statusCode(412);
        assertThat(late.jsonPath().getString("meanwhile[0].actorName")).isEqualTo("Anna Clarke");
    }

    private static Response keyed(Api caller, String key, Map<String, ?> body) {
        return caller.call()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/tickets");
    }
}
