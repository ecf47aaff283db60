package org.pilet.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import org.pilet.server.EmbeddedDatabase;
import org.pilet.server.EmbeddedMail;
import org.pilet.server.Ports;
import org.pilet.server.ServerProcess;
import org.pilet.server.Surroundings;

/**
 * The Pilet that all tests of a process share: database, mail server and application server with ports of their own and
 * their data below {@code target}. Processes that run at the same time have one each. {@code -Dpilet.it.offset} moves the
 * ports.
 */
public final class Installation {

    static final String SECRET = "only-for-the-tests-of-one-run-0123456789";

    /** Servers of tests start a dozen times and live briefly: compiling their code twice does not pay. */
    static final String BRIEF = "-XX:TieredStopAtLevel=1";

    /** Between the ports of two processes; no distance between two servers of one of them, see {@link PiletServer}. */
    private static final int APART = 40;

    private static final Place PLACE = Place.take();
    private static final Path FOLDER = PLACE.folder();
    private static final Ports PORTS = new Ports(Integer.getInteger("pilet.it.offset", 100) + APART * PLACE.number());

    private static EmbeddedDatabase database;
    private static Connections connections;
    private static EmbeddedMail mail;
    private static ServerProcess server;

    private Installation() {}

    static void open() {
        System.setProperty("pilet.it.management", Integer.toString(PORTS.management()));
        ServerProcess.stopLeftover(FOLDER.resolve("server"));
        EmbeddedDatabase.stopLeftover(FOLDER.resolve("postgres"));
        PORTS.requireFree();
        delete(FOLDER);
        database = EmbeddedDatabase.start(FOLDER.resolve("postgres"), Path.of("target/programs"), PORTS.database());
        connections = new Connections(database, EmbeddedDatabase.MAIN);
        mail = EmbeddedMail.start(PORTS.smtp(), PORTS.imap());
        server = new ServerProcess(
                        home(),
                        FOLDER.resolve("server"),
                        PORTS,
                        new Surroundings(database, EmbeddedDatabase.MAIN, PORTS, SECRET))
                .withOption(BRIEF)
                .withOption("-Dpilet.mail.trust=" + created(mailTrust()));
        server.start();
        server.awaitReady();
    }

    static void close() {
        if (server != null) {
            server.close();
        }
        if (mail != null) {
            mail.close();
        }
        if (connections != null) {
            connections.close();
        }
        if (database != null) {
            database.close();
        }
    }

    public static Ports ports() {
        return PORTS;
    }

    /** The address of the first page, ending in a slash. */
    public static String address() {
        return PORTS.address();
    }

    /** A connection to the application's tables; the caller closes it. */
    public static Connection connect() throws SQLException {
        return connections.open();
    }

    public static EmbeddedMail mail() {
        return mail;
    }

    /** The log of the application server, to be shown when a test fails. */
    public static Path log() {
        return server.log();
    }

    static EmbeddedDatabase database() {
        return database;
    }

    /** The authorities of mail servers that the server believes besides the usual ones: none, until a test writes some there. */
    static Path mailTrust() {
        return FOLDER.resolve("mail-trust.pem");
    }

    private static Path created(Path file) {
        try {
            return Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    static Path home() {
        return Path.of(System.getProperty("pilet.server.home"));
    }

    static Path bareConfiguration() {
        return Path.of(System.getProperty("pilet.server.bare"), "configuration");
    }

    static Path script() {
        return Path.of(System.getProperty("pilet.cli"));
    }

    static Path ear() {
        return Path.of(System.getProperty("pilet.ear"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
