package org.pilet.bench;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.Random;

/** An agent signs in, then looks at the work list and at one ticket after the other. Pages only, without what they link. */
public final class OpenPages extends Simulation {

    static final String LIST = "list";
    static final String TICKET = "ticket";

    private final Random random = new Random(1);

    {
        String[] numbers = Asked.list("numbers");
        setUp(scenario("agents")
                        .exec(signIn())
                        .during(Asked.duration())
                        .on(exec(session -> session.set("number", numbers[random.nextInt(numbers.length)]))
                                .exec(http(LIST)
                                        .get("/agent/")
                                        .check(status().is(200), regex("ticket\\.xhtml\\?number=")))
                                .exec(http(TICKET)
                                        .get("/agent/ticket.xhtml?number=#{number}")
                                        .check(status().is(200), regex("#{number}"))))
                        .injectClosed(Asked.clients()))
                .protocols(Asked.server().disableCaching());
    }

    private static ChainBuilder signIn() {
        return exec(http("form")
                        .get("/sign-in.xhtml")
                        .check(css("input[name='jakarta.faces.ViewState']", "value")
                                .saveAs("viewState")))
                .exec(http("sign in")
                        .post("/sign-in.xhtml")
                        .formParam("signIn", "signIn")
                        .formParam("signIn:email", Asked.text("email"))
                        .formParam("signIn:password", Asked.text("password"))
                        .formParam("signIn:go", "go")
                        .formParam("jakarta.faces.ViewState", "#{viewState}")
                        .check(status().is(200)))
                .exitHereIfFailed();
    }
}
