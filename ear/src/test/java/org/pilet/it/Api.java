package org.pilet.it;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Calls of the REST API as one person, by a token of theirs. */
final class Api {

    static final String MAIL = "message/rfc822";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String[] SCOPES = {
        "tickets:read", "tickets:write", "people:read", "jobs:read", "jobs:write", "mail:inject", "admin"
    };

    private static final RestAssuredConfig CONFIGURATION = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset(UTF_8)
                    .encodeContentTypeAs(MAIL, ContentType.TEXT)
                    .encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT));

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** With every scope. */
    static Api as(String email) {
        return new Api(Tokens.of(email, SCOPES));
    }

    static Api withScopes(String email, String... scopes) {
        return new Api(Tokens.of(email, scopes));
    }

    static Api withToken(String token) {
        return new Api(token);
    }

    static String[] scopesBut(String missing) {
        return java.util.Arrays.stream(SCOPES)
                .filter(scope -> !scope.equals(missing))
                .toArray(String[]::new);
    }

    static RequestSpecification nobody() {
        return given().config(CONFIGURATION).baseUri(Installation.address()).basePath("/api/v1");
    }

    RequestSpecification call() {
        return nobody().auth().preemptive().oauth2(token);
    }

    Response get(String path) {
        return call().get(path);
    }

    Response post(String path, Map<String, ?> body) {
        return call().contentType(ContentType.JSON).body(body).post(path);
    }

    Response patch(String path, Map<String, ?> body) {
        return call().contentType(ContentType.JSON).body(body).patch(path);
    }

    /** A new ticket in the queue Support with these words; returns its number. */
    String open(String subject, String text) {
        return open(Map.of("queue", "Support", "subject", subject, "text", text));
    }

    String open(Map<String, ?> asked) {
        return post("/tickets", asked)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("number");
    }

    /** Stores a file; returns its slip. */
    String upload(String encodedName, byte[] content) {
        return call().contentType(ContentType.BINARY)
                .header("X-File-Name", encodedName)
                .body(content)
                .post("/uploads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("items[0].upload");
    }

    /** A number or text of the answer to {@code GET path}. */
    String read(String path, String what) {
        return get(path).then().statusCode(200).extract().jsonPath().getString(what);
    }

    long id(String path, String what) {
        return Long.parseLong(read(path, what));
    }

    /** A word that nobody else's ticket holds. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
    }

    static Map<String, Object> with(Map<String, ?> base, String name, Object value) {
        Map<String, Object> all = new HashMap<>(base);
        all.put(name, value);
        return all;
    }
}
