package org.pilet.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers' programs open tickets, one after the other. */
public final class CreateTickets extends Simulation {

    static final String CREATE = "create";

    private static final String TEXT =
            "Since Monday our printer Kestrel 4200 prints nothing but blank pages. I have changed"
                    + " the toner and restarted it twice, and the display shows code 30812. There are twelve of us who need it for"
                    + " the delivery notes, so please tell us what to do, or send somebody. Kind regards, the warehouse team";

    private final AtomicInteger clients = new AtomicInteger();

    {
        String[] tokens = Asked.list("tokens");
        setUp(scenario("customers")
                        .exec(session -> session.set("token", tokens[clients.getAndIncrement() % tokens.length]))
                        .during(Asked.duration())
                        .on(exec(http(CREATE)
                                .post("/api/v1/tickets")
                                .header("Authorization", "Bearer #{token}")
                                .header("Content-Type", "application/json")
                                .body(StringBody("{\"queue\":\"Support\",\"subject\":\"Printer prints blank pages"
                                        + " #{randomInt(1,99999)}\",\"text\":\"" + TEXT + "\"}"))
                                .check(status().is(201))))
                        .injectClosed(Asked.clients()))
                .protocols(Asked.server());
    }
}
