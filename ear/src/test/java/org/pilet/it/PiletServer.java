package org.pilet.it;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.pilet.server.EmbeddedDatabase;
import org.pilet.server.EmbeddedMail;
import org.pilet.server.Ports;
import org.pilet.server.ServerProcess;
import org.pilet.server.Surroundings;

/**
 * A Pilet of a test's own, to be killed and started again: its own server, mail server and database, empty but for the demo
 * data. Takes about 20 seconds to start.
 */
public final class PiletServer implements AutoCloseable {

    private static PiletServer mortal;

    private final String database;
    private EmbeddedDatabase ownDatabase;
    private final Connections connections;
    private final Ports ports;
    private final Ports mailPorts;
    private final EmbeddedMail mail;
    private final ServerProcess process;

    private PiletServer(String name, int number, EmbeddedDatabase ownDatabase) throws SQLException {
        this.database = name.toLowerCase(Locale.ROOT);
        this.ports = new Ports(Installation.ports().offset() + number);
        this.ownDatabase = ownDatabase;
        database().create(database);
        connections = new Connections(database(), database);
        mailPorts = ports;
        mail = EmbeddedMail.start(mailPorts.smtp(), mailPorts.imap());
        process = process(name);
    }

    private PiletServer(PiletServer other, int number) throws SQLException {
        this.database = other.database;
        this.ports = new Ports(Installation.ports().offset() + number);
        this.ownDatabase = null;
        connections = new Connections(database(), database);
        mailPorts = other.mailPorts;
        mail = other.mail;
        process = process("beside-" + database);
    }

    private ServerProcess process(String name) {
        return new ServerProcess(
                        Installation.home(),
                        Installation.folder("server-" + name),
                        ports,
                        new Surroundings(database(), database, ports, Installation.SECRET).withMailOf(mailPorts))
                .withOption(Installation.BRIEF);
    }

    /**
     * Starts one and returns when its first page answers.
     *
     * @param name also the name of its database; letters and digits
     * @param number moves its ports away from the shared installation's; 1 to 39, not used by another test
     */
    public static PiletServer start(String name, int number) throws SQLException {
        return new PiletServer(name, number, null).started();
    }

    /**
     * The one that tests kill which can share it, each with tickets of its own: running, whatever was done to it before, on
     * a database that can be taken away. Closed with the run, nobody else closes it.
     */
    static PiletServer mortal() throws SQLException {
        if (mortal == null) {
            mortal = startWithDatabase("mortal", 30);
        } else if (!mortal.process.isAlive()) {
            mortal.startAgain();
        }
        return mortal;
    }

    static void closeMortal() {
        if (mortal != null) {
            mortal.close();
        }
    }

    /** A second node of the same house: the other one's database and mail server, ports of its own. */
    public static PiletServer beside(PiletServer other, int number) throws SQLException {
        return new PiletServer(other, number).started();
    }

    /** As {@link #start}, with a PostgreSQL of its own that can be taken away. */
    public static PiletServer startWithDatabase(String name, int number) throws SQLException {
        return new PiletServer(name, number, startDatabase(name, number)).started();
    }

    private PiletServer started() {
        try {
            startAgain();
            return this;
        } catch (RuntimeException e) {
            close(); // nobody gets it, so nobody else can
            throw e;
        }
    }

    /** Takes the database away; only for {@link #startWithDatabase}. */
    public void stopDatabase() {
        ownDatabase.close();
    }

    /** Gives it back, with all that was committed. */
    public void startDatabase() {
        ownDatabase =
                startDatabase(database, ports.offset() - Installation.ports().offset());
    }

    private static EmbeddedDatabase startDatabase(String name, int number) {
        return EmbeddedDatabase.start(
                Installation.folder("postgres-" + name.toLowerCase(Locale.ROOT)),
                Path.of("target/programs"),
                new Ports(Installation.ports().offset() + number).database());
    }

    private EmbeddedDatabase database() {
        return ownDatabase == null ? Installation.database() : ownDatabase;
    }

    /** Starts the killed or stopped server on the same data and returns when its first page answers. */
    public void startAgain() {
        process.start(Installation.ear());
        process.awaitReady();
    }

    /** Puts the application in place again under the running server; returns at once, see {@link #awaitReady}. */
    public void redeploy() {
        process.redeploy();
    }

    /** Returns when the first page answers. */
    public void awaitReady() {
        process.awaitReady();
    }

    /** What a power failure does to the server; database and mail server live on. */
    public void kill9() {
        process.kill9();
    }

    /** Stops the server alone, in good order. */
    public void stop() {
        process.close();
    }

    public String address() {
        return ports.address();
    }

    public Ports ports() {
        return ports;
    }

    public EmbeddedMail mail() {
        return mail;
    }

    /** Sends the help desk a mail and returns the number of the ticket that it has become. */
    public String mailed(String subject) throws SQLException {
        mail.server()
                .getUserManager()
                .getUser("support@pilet.test")
                .deliver(GreenMailUtil.createTextEmail(
                        "support@pilet.test",
                        "kai@mailed.test",
                        subject,
                        "Please help",
                        new ServerSetup(mailPorts.smtp(), Ports.HOST, ServerSetup.PROTOCOL_SMTP)));
        await().atMost(Duration.ofMinutes(2)).until(() -> number(subject) != null);
        return number(subject);
    }

    private String number(String subject) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement("select number from ticket where subject = ?")) {
            query.setString(1, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** A connection to the tables of this server; the caller closes it. */
    public Connection connect() throws SQLException {
        return connections.open();
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        if (mailPorts.equals(ports)) {
            mail.close(); // else the other node's
        }
        connections.close();
        if (ownDatabase != null) {
            ownDatabase.close();
        }
    }
}
