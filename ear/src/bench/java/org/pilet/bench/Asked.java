package org.pilet.bench;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ClosedInjectionStep;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/** What a simulation is asked to do, handed over by system properties. */
final class Asked {

    private Asked() {}

    static String text(String name) {
        return System.getProperty("bench." + name);
    }

    static String[] list(String name) {
        return text(name).split(",");
    }

    static Duration duration() {
        return Duration.ofSeconds(Long.parseLong(text("seconds")));
    }

    /** All clients come at once; each goes on until the time is over. */
    static ClosedInjectionStep clients() {
        return constantConcurrentUsers(Integer.parseInt(text("clients"))).during(Duration.ofSeconds(1));
    }

    static HttpProtocolBuilder server() {
        return http.baseUrl(text("address").replaceAll("/$", ""));
    }
}
