package org.pilet.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * One WildFly with Pilet in it, as a child process. The provisioned server is only read; what this one writes is in a base
 * folder of its own, so several can run from the same server at the same time.
 */
public final class ServerProcess implements AutoCloseable {

    /** What WildFly gives itself is half of that: nearly all of it would be in use, and pages would wait for its cleaning. */
    private static final String[] HEAP = {"-Xms512m", "-Xmx1g"};

    private static final Duration STARTUP = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int READY = 200;

    private final Path home;
    private final Path base;
    private final Ports ports;
    private final Surroundings surroundings;
    private final List<String> options = new ArrayList<>();
    private Path configuration;
    private Process process;

    /** Uses the server in {@code home} and writes only below {@code base}. */
    public ServerProcess(Path home, Path base, Ports ports, Surroundings surroundings) {
        this.home = home.toAbsolutePath();
        this.base = base.toAbsolutePath();
        this.ports = ports;
        this.surroundings = surroundings;
        this.configuration = this.home.resolve("standalone/configuration");
    }

    /** Starts from another configuration folder than the one the build made. */
    public ServerProcess withConfiguration(Path folder) {
        configuration = folder.toAbsolutePath();
        return this;
    }

    public ServerProcess withOption(String jvmOption) {
        options.add(jvmOption);
        return this;
    }

    /** Starts with the given application in place; returns before it is ready. */
    public void start(Path ear) {
        try {
            prepare();
            Files.copy(ear, application());
            launch();
        } catch (IOException e) {
            throw didNotStart(e);
        }
    }

    /** Starts without the application, for somebody else to deploy it; returns before the server is ready. */
    public void start() {
        try {
            prepare();
            launch();
        } catch (IOException e) {
            throw didNotStart(e);
        }
    }

    /** Replaces the application it was started with by itself, as a new version replaces an old one; returns at once. */
    public void redeploy() {
        try {
            Files.deleteIfExists(marker("deployed"));
            Files.writeString(marker("dodeploy"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() throws IOException {
        var command = new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD) // the log file has the same, and is rotated
                .redirectError(base.resolve("log/errors.log").toFile());
        command.environment().putAll(surroundings.asEnvironment());
        command.environment().remove("JAVA_OPTS");
        command.environment()
                .put("MALLOC_ARENA_MAX", "2"); // glibc would keep memory apart for each thread and not return it
        process = command.start();
        Files.writeString(pidFile(base), process.pid() + " " + startOf(process.toHandle()));
    }

    private static CannotStart didNotStart(IOException cause) {
        return new CannotStart("The application server did not start: " + cause.getMessage(), cause);
    }

    /** Returns once the server answers, or the application, if it was started with one, says that it is ready. */
    public void awaitReady() {
        var deadline = System.nanoTime() + STARTUP.toNanos();
        while (!isDeployed() || !answers()) {
            if (!process.isAlive()) {
                throw new CannotStart("The application server stopped while starting. See " + log());
            }
            if (Files.exists(marker("failed"))) {
                throw new CannotStart("The application was not accepted by the server. See " + log());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        "The application server was not ready after " + STARTUP.toMinutes() + " minutes. See " + log());
            }
            pause();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return base.resolve("log/pilet.log");
    }

    /** Returns when the process has ended, for whatever reason. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the process as a power failure would: no shutdown hook runs. */
    public void kill9() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets running requests finish, then stops. */
    @Override
    public void close() {
        if (process != null) {
            stop(process.toHandle());
        }
        try {
            Files.deleteIfExists(pidFile(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server that still runs in this base folder although nobody owns it any more, if there is one. */
    public static void stopLeftover(Path base) {
        if (!Files.exists(pidFile(base))) {
            return;
        }
        try {
            var words = Files.readString(pidFile(base)).strip().split(" ", 2);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(left -> startOf(left).equals(words[1])) // process numbers are used again
                    .ifPresent(ServerProcess::stop);
            Files.deleteIfExists(pidFile(base));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException {
        stopLeftover(base);
        for (var fresh : List.of("configuration", "deployments", "tmp")) {
            delete(base.resolve(fresh));
        }
        Files.createDirectories(base.resolve("log"));
        copy(configuration, base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
    }

    private List<String> command() {
        var server = StandaloneCommandBuilder.of(home)
                .setBaseDirectory(base)
                .addJavaOption("-Djboss.socket.binding.port-offset=" + ports.offset())
                .addJavaOption("-Djboss.bind.address=" + Ports.HOST)
                .addJavaOption("-Djboss.bind.address.management=" + Ports.HOST)
                .addJavaOptions(HEAP)
                .addJavaOptions(options);
        var command = new ArrayList<String>();
        if (File.separatorChar == '/') {
            // Ctrl-C in a terminal reaches every process of the group; this one is stopped by us, in the right order.
            command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        command.addAll(server.build());
        return command;
    }

    private boolean isDeployed() {
        return Files.exists(marker("deployed")) || Files.notExists(application());
    }

    private Path application() {
        return base.resolve("deployments/pilet.ear");
    }

    private Path marker(String state) {
        return base.resolve("deployments/pilet.ear." + state);
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(ports.address() + "health/ready"))
                    .timeout(ANSWER)
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == READY || Files.notExists(application());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the application server was starting.", e);
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        server.onExit()
                .completeOnTimeout(null, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (server.isAlive()) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static Path pidFile(Path base) {
        return base.resolve("server.pid");
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
