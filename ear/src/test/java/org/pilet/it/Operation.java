package org.pilet.it;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One operation of the REST API, as the API's own description lists it. */
record Operation(String id, Method method, String path, String contentType, List<String> scopes) {

    /** Bodies that the operations take, so that nothing but the caller is to be refused. */
    private static final Map<String, Map<String, ?>> BODIES = Map.of(
            "changeTicket", Map.of("priority", "LOW"),
            "changeStatus", Map.of("status", "OPEN"),
            "assignTicket", Map.of(),
            "decideTicket", Map.of("solved", true),
            "writeMessage", Map.of("text", "Words"),
            "writeNote", Map.of("text", "Words"),
            "addMailbox", Map.of("address", "new@pilet.test", "queueId", 1),
            "changeMailbox", Map.of("address", "new@pilet.test", "queueId", 1),
            "checkNewMailbox", Map.of("address", "new@pilet.test", "queueId", 1));

    /** All of them. */
    static List<Operation> all() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .baseUri(Installation.address())
                .get("/openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, about) -> {
            if (about instanceof Map<?, ?> operation && operation.containsKey("operationId")) {
                operations.add(operation(path, method, operation));
            }
        }));
        return operations;
    }

    private static Operation operation(String path, String method, Map<?, ?> about) {
        String contentType =
                about.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> types
                        ? String.valueOf(new TreeSet<>(types.keySet()).first())
                        : null;
        List<String> scopes = new ArrayList<>();
        if (about.get("security") instanceof List<?> security && security.get(0) instanceof Map<?, ?> token) {
            ((List<?>) token.get("token")).forEach(scope -> scopes.add(String.valueOf(scope)));
        }
        return new Operation(
                String.valueOf(about.get("operationId")),
                Method.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                path,
                contentType,
                scopes);
    }

    boolean takesTicket() {
        return path.contains("{ticket}");
    }

    Response call(RequestSpecification caller, String ticket) {
        String address = path.replace("{ticket}", ticket)
                .replace("{metric}", "RESOLUTION")
                .replace("{job}", "nightly-report")
                .replaceAll("\\{[a-z]+}", "999999999");
        RequestSpecification request = caller;
        if (contentType != null && contentType.endsWith("json")) {
            request = request.contentType(ContentType.JSON).body(BODIES.getOrDefault(id, Map.of()));
        } else if (contentType != null && contentType.equals(Api.MAIL)) {
            request = request.contentType(Api.MAIL).body("From: a@b.example\r\n\r\nx");
        } else if (contentType != null) {
            request = request.contentType(ContentType.BINARY).body(new byte[] {1});
        }
        return request.request(method, address);
    }
}
