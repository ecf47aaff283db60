package org.pilet.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Starts database, mail server and application server, and stops them in the opposite order.
 *
 * <p>{@code check} only says whether a start would succeed; the build asks it before it touches the server's files.
 * {@code run HOME EAR} starts and stays until Ctrl-C. {@code -Dpilet.data} names the data folder, {@code -Dpilet.offset}
 * moves the ports.
 */
public final class Launcher {

    private final Ports ports = new Ports(Integer.getInteger("pilet.offset", 0));
    private final Path folder = Path.of(System.getProperty("pilet.data", System.getProperty("user.home") + "/.pilet"));
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final PrintStream out = System.out;
    private boolean stopping;

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        var launcher = new Launcher();
        try {
            if (arguments[0].equals("check")) {
                launcher.check();
            } else {
                launcher.run(Path.of(arguments[1]), Path.of(arguments[2]));
            }
        } catch (CannotStart e) {
            launcher.stop();
            launcher.out.println("\n" + e.getMessage() + "\n");
            System.exit(1); // inside Maven: anything softer ends in a stack trace
        }
    }

    private void check() {
        try (var data = DataFolder.open(folder)) {
            requireFree(data);
        }
    }

    private void run(Path home, Path ear) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "pilet-stop"));
        var data = started(DataFolder.open(folder));
        requireFree(data);
        out.println("Starting database and mail server ...");
        var database = started(EmbeddedDatabase.start(data.postgres(), data.postgresPrograms(), ports.database()));
        started(EmbeddedMail.start(ports.smtp(), ports.imap()));
        out.println("Starting the application server ...");
        var surroundings = new Surroundings(database, EmbeddedDatabase.MAIN, ports, data.secret());
        var server = started(new ServerProcess(home, data.server(), ports, surroundings));
        server.start(ear);
        server.awaitReady();
        out.println(new Greeting(ports, data).text());
        server.awaitEnd();
        if (!isStopping()) {
            throw new CannotStart("The application server stopped unexpectedly. See " + server.log());
        }
        Thread.currentThread().join(); // the shutdown hook ends this process
    }

    private void requireFree(DataFolder data) {
        ServerProcess.stopLeftover(data.server());
        EmbeddedDatabase.stopLeftover(data.postgres());
        ports.requireFree();
    }

    private synchronized <T extends AutoCloseable> T started(T part) {
        running.push(part);
        return part;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        if (!running.isEmpty()) {
            out.println("\nStopping ...");
        }
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                out.println("While stopping: " + e.getMessage());
            }
        }
    }
}
