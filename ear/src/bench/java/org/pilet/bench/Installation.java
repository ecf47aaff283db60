package org.pilet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pilet.server.EmbeddedDatabase;
import org.pilet.server.EmbeddedMail;
import org.pilet.server.Ports;
import org.pilet.server.ServerProcess;
import org.pilet.server.Surroundings;

/** A Pilet that is started for the benchmark alone, with data of its own. */
final class Installation implements AutoCloseable {

    private static final Ports PORTS = new Ports(Integer.getInteger("pilet.bench.offset", 300));
    private static final String SECRET = "only-for-the-benchmark-0123456789-0123456789";
    private static final Duration LONGEST_JOB = Duration.ofMinutes(20);

    private final Path home;
    private final EmbeddedDatabase database;
    private final EmbeddedMail mail;
    private final ServerProcess server;

    private Installation(Path home, Path ear, Path folder) {
        this.home = home;
        PORTS.requireFree();
        database = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("programs"), PORTS.database());
        mail = EmbeddedMail.start(PORTS.smtp(), PORTS.imap());
        server = new ServerProcess(
                home,
                folder.resolve("server"),
                PORTS,
                new Surroundings(database, EmbeddedDatabase.MAIN, PORTS, SECRET));
        server.start(ear);
        server.awaitReady();
    }

    static Installation start(Path home, Path ear, Path folder) {
        return start(home, ear, folder, false);
    }

    /** Goes on with the data that are already in the folder, if asked to keep them. */
    static Installation start(Path home, Path ear, Path folder, boolean keeps) {
        if (!keeps) {
            empty(folder);
        }
        return new Installation(home, ear, folder);
    }

    /** Ends in a slash. */
    String address() {
        return PORTS.address();
    }

    Connection connect() throws SQLException {
        return database.connect(EmbeddedDatabase.MAIN);
    }

    /** What the batch job has made, counted in the tables where most of it is. */
    record Played(int tickets, long rows, Duration took) {}

    /** Has the batch job play what is missing to so many tickets. */
    Played playUpTo(int tickets) throws SQLException {
        int missing = tickets
                - Integer.parseInt(strings("select count(*) from ticket").get(0));
        if (missing < tickets / 100) {
            return new Played(0, 0, Duration.ZERO);
        }
        long before = rows();
        Duration took = play(missing);
        return new Played(missing, rows() - before, took);
    }

    private long rows() throws SQLException {
        return Long.parseLong(strings("select (select count(*) from ticket) + (select count(*) from message) + (select"
                        + " count(*) from ticket_event) + (select count(*) from sla_clock)")
                .get(0));
    }

    /** Has the batch job play so many tickets and tells how long it took. */
    Duration play(int tickets) throws SQLException {
        String ended = "select batchstatus || ' ' || round(extract(epoch from endtime - starttime)) from"
                + " public.job_execution e join public.job_instance i using (jobinstanceid) where i.jobname ="
                + " 'demo-data' and endtime is not null order by e.jobexecutionid";
        int before = strings(ended).size();
        cli("/deployment=pilet.ear/subdeployment=pilet-ejb.jar/subsystem=batch-jberet:start-job(job-xml-name=demo-data,"
                + "properties={count=" + tickets + ",days=365,seed=" + (11 + before) + "})");
        long deadline = System.nanoTime() + LONGEST_JOB.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> endings = strings(ended);
            if (endings.size() > before) {
                String ending = endings.get(before);
                int space = ending.indexOf(' ');
                if (!ending.startsWith("COMPLETED ")) {
                    throw new IllegalStateException("The batch job ended as " + ending + ", see " + server.log());
                }
                tidy();
                return Duration.ofSeconds(Long.parseLong(ending.substring(space + 1)));
            }
            pause();
        }
        throw new IllegalStateException("The batch job did not end");
    }

    List<String> numbersOfTicketsWithThreeMessages(int count) throws SQLException {
        return strings("select t.number from ticket t join queue q on q.id = t.queue_id where q.name = 'Support' and"
                + " (select count(*) from message m where m.ticket_id = t.id) = 3 order by md5(t.number) limit "
                + count);
    }

    List<String> numbersOfOpenTickets(int count) throws SQLException {
        return strings("select t.number from ticket t join queue q on q.id = t.queue_id where q.name = 'Support' and"
                + " t.status in ('NEW', 'OPEN') order by md5(t.number) limit " + count);
    }

    /** A bearer token for each of these accounts. */
    List<String> tokens(List<String> emails, String scopes) throws SQLException {
        List<String> tokens = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) select"
                                + " nextval('api_token_seq'), id, 'benchmark', ?, ?, now(), now() + interval '1 day' from"
                                + " person where email = ?")) {
            for (String email : emails) {
                String token = "pilet_benchmark_" + System.nanoTime() + "_" + email;
                insert.setBytes(1, sha256(token));
                insert.setString(2, scopes);
                insert.setString(3, email);
                if (insert.executeUpdate() != 1) {
                    throw new IllegalStateException("There is no " + email);
                }
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** Physical memory that the server's process holds at this moment. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server's heap holds that is still in use. */
    long liveBytes() {
        try {
            Process census = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(server.pid()),
                            "GC.class_histogram") // counts after a full collection
                    .redirectErrorStream(true)
                    .start();
            String[] lines = new String(census.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n");
            return Long.parseLong(lines[lines.length - 1].strip().split("\\s+")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server's process has used of the processors so far. */
    double cpuSeconds() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1000.0)
                .orElseThrow();
    }

    List<String> strings(String query) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** The application server alone; its database stays. */
    void stopServer() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
        mail.close();
        database.close();
    }

    /** So that the planner knows the tables as it would the next morning. */
    /** What autovacuum has done by the time so many tickets came in, and otherwise does while the pages are measured. */
    private void tidy() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("vacuum (analyze)")) {
            statement.execute();
        }
    }

    private void cli(String command) {
        try {
            Process cli = new ProcessBuilder(
                            home.resolve("bin/jboss-cli.sh").toString(),
                            "--connect",
                            "--controller=" + Ports.HOST + ":" + PORTS.management(),
                            "--command=" + command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (cli.waitFor() != 0) {
                throw new IllegalStateException(command + "\n" + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
