package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What holds for all mail, by the REST API; other tests need it as shipped, so each setting goes back at once. */
@ArquillianTest
@RunAsClient
class MailSettingsIT {

    private static final Map<String, Object> SHIPPED = Map.of(
            "automaticHourly", 3,
            "reopeningsHourly", 10,
            "domainMinute", 300,
            "holdSeconds", 5,
            "reconciliationDays", 3,
            "language", "en");

    private final Api ada = Api.as("ada@pilet.test");

    @AfterAll
    static void asShipped() throws SQLException {
        Rows.update("delete from setting where key in ('mail.automatic.hourly', 'mail.reconciliation.days')");
    }

    @Test
    void each_setting_is_kept_by_itself_and_read_back() {
        Map<String, Object> before = settings();
        Map<String, Object> others = Map.of(
                "automaticHourly", 4,
                "reopeningsHourly", 11,
                "domainMinute", 301,
                "holdSeconds", 6,
                "reconciliationDays", 4,
                "language", "et");
        assertThat(before).containsOnlyKeys(Api.with(SHIPPED, "mended", null).keySet());
        others.forEach((name, value) -> {
            Object old = before.get(name);
            Map<String, Object> expected = Api.with(before, name, value);
            save(Map.of(name, value)).then().statusCode(200);
            assertThat(settings()).isEqualTo(expected);
            save(Map.of(name, old)).then().statusCode(200);
        });
        assertThat(settings()).isEqualTo(before);
        assertThat(save(Map.of()).jsonPath().<Map<String, Object>>get("$")).isEqualTo(before);
    }

    @Test
    void what_is_out_of_range_is_refused_with_the_range_and_changes_nothing() {
        Map<String, Object> before = settings();
        refused("automaticHourly", 21, "automaticHourly must be between 0 and 20.");
        refused("automaticHourly", -1, "automaticHourly must be between 0 and 20.");
        refused("reopeningsHourly", 0, "reopeningsHourly must be between 1 and 1,000.");
        refused("domainMinute", 100_001, "domainMinute must be between 0 and 100,000.");
        refused("holdSeconds", 61, "holdSeconds must be between 0 and 60.");
        refused("reconciliationDays", 91, "reconciliationDays must be between 1 and 90.");
        refused("language", "tlh", "language: “tlh” cannot be understood.");
        assertThat(settings()).isEqualTo(before);
        Api.withScopes("ada@pilet.test", Api.scopesBut("admin"))
                .get("/mail-settings")
                .then()
                .statusCode(403);
        Api.as("mari@pilet.test").get("/mail-settings").then().statusCode(403);
    }

    @Test
    void what_sql_has_put_out_of_range_does_not_hold_is_told_and_is_mended_by_saving() throws SQLException {
        stored("mail.automatic.hourly", "1000000");
        stored("mail.reconciliation.days", "soon");
        JsonPath seen =
                ada.get("/mail-settings").then().statusCode(200).extract().jsonPath();
        assertThat(seen.getInt("automaticHourly")).isEqualTo(20);
        assertThat(seen.getInt("reconciliationDays")).isEqualTo(3);
        assertThat(seen.<List<Map<String, Object>>>get("mended"))
                .containsExactly(
                        Map.of("field", "automaticHourly", "stored", "1000000", "holds", "20"),
                        Map.of("field", "reconciliationDays", "stored", "soon", "holds", "3"));
        JsonPath saved = save(Map.of("automaticHourly", 3)).jsonPath();
        assertThat(saved.getInt("automaticHourly")).isEqualTo(3);
        assertThat(saved.getList("mended")).isEmpty();
        assertThat(Rows.text("select value from setting where key = 'mail.reconciliation.days'"))
                .isEqualTo("3");
    }

    private void refused(String field, Object value, String words) {
        Response no = save(Map.of(field, value));
        no.then().statusCode(422);
        assertThat(no.jsonPath().getString("field")).isEqualTo(field);
        assertThat(no.jsonPath().getString("detail")).isEqualTo(words);
    }

    private Response save(Map<String, Object> asked) {
        return ada.call()
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(asked)
                .put("/mail-settings");
    }

    private Map<String, Object> settings() {
        return new HashMap<>(ada.get("/mail-settings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$"));
    }

    private static void stored(String key, String value) throws SQLException {
        Rows.update(
                "insert into setting (key, value, changed_at) values (?, ?, now()) on conflict (key) do update set value ="
                        + " excluded.value",
                key,
                value);
    }
}
