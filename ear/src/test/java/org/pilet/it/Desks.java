package org.pilet.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Agents at their desks: each signs in once and opens pages; and tickets for them to work on. */
final class Desks implements AutoCloseable {

    static final String MARI = "mari@pilet.test";
    static final String TAMAR = "tamar@pilet.test";
    static final String ADA = "ada@pilet.test";

    private final Map<String, BrowserContext> desks = new HashMap<>();
    private Browser browser;
    private String token;

    /** Started when it is asked for: a test class may have its desks before the server runs. */
    Browser browser() {
        if (browser == null) {
            browser = Browser.start();
        }
        return browser;
    }

    private String token() {
        if (token == null) {
            token = Tokens.of(MARI, "tickets:read", "tickets:write");
        }
        return token;
    }

    /** A new page of somebody who is signed in. */
    Page at(String email, String path) {
        Page page = desks.computeIfAbsent(email, this::signedIn).newPage();
        page.navigate(path);
        return page;
    }

    /** A browser of its own, signed in. */
    BrowserContext signedIn(String email) {
        BrowserContext desk = browser().context(1440, 900);
        try (Page page = desk.newPage()) {
            page.navigate("/sign-in.xhtml");
            signIn(page, email);
        }
        return desk;
    }

    /** Fills the sign-in page that is shown and waits for the page it leads to. */
    static void signIn(Page page, String email) {
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill("pilet-demo");
        page.locator("[id='signIn:go']").click();
        page.waitForURL(address -> !address.contains("sign-in"));
    }

    /** The number of a new ticket of this customer in the queue that Mari and Tamar work. */
    String ticket(String subject, String customer) {
        return RestAssured.given()
                .baseUri(Installation.address())
                .auth()
                .oauth2(token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of(
                        "subject",
                        subject,
                        "text",
                        "Please help with this: " + subject,
                        "queue",
                        "Support",
                        "channel",
                        "PHONE",
                        "requester",
                        Map.of("email", customer, "name", "Kai Customer")))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("number");
    }

    static String path(String number) {
        return "/agent/ticket.xhtml?number=" + number;
    }

    /** Chooses what the composer shall make of the words, and types them. */
    static void write(Page page, String mode, String words) {
        page.locator("#composer .mode[data-mode=" + mode + "]").click();
        page.locator("#composer .ql-editor").click();
        page.keyboard().type(words);
    }

    @Override
    public void close() {
        desks.clear();
        if (browser != null) {
            browser.close();
        }
    }
}
