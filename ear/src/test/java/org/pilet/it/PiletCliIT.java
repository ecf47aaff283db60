package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.server.EmbeddedMail;
import org.pilet.server.Ports;
import org.pilet.server.ServerProcess;
import org.pilet.server.Surroundings;

/** What server-config/README.md tells operators to do with their own WildFly. */
class PiletCliIT {

    private static final int OK = 200;

    private final Ports ports = new Ports(Installation.ports().offset() + 25);
    private final Path out = Installation.folder("pilet.cli.out");

    @Test
    void the_script_makes_a_bare_server_carry_the_application_and_may_be_run_again() throws Exception {
        Installation.database().create("bare");
        var surroundings = new Surroundings(Installation.database(), "bare", ports, Installation.SECRET);
        try (var mail = EmbeddedMail.start(ports.smtp(), ports.imap());
                var server = new ServerProcess(
                        Installation.home(), Installation.folder("server-bare"), ports, surroundings)) {
            server.withOption(Installation.BRIEF)
                    .withConfiguration(Installation.bareConfiguration())
                    .start();
            server.awaitReady();

            cli("--file=" + Installation.script());
            cli("--file=" + Installation.script());
            cli("--command=reload");
            cli("--command=deploy " + Installation.ear());

            assertThat(firstPage().statusCode()).as("see %s", server.log()).isEqualTo(OK);
            assertThat(Files.readString(server.log())).doesNotContain(" ERROR ");
        }
    }

    private HttpResponse<String> firstPage() throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(ports.address())).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void cli(String argument) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Installation.home().resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=" + Ports.HOST + ":" + ports.management(),
                "--timeout=120000",
                argument));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("JAVA_OPTS", Installation.BRIEF);
        var exit = builder.start().waitFor();
        assertThat(exit).as("%s said: %s", argument, Files.readString(out)).isZero();
    }
}
