package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;

/**
 * A Pilet of its own that takes mail in over IMAP and the pipe, a tenth of it malformed, and hands mail out, while it or all
 * its connections to the database are killed.
 */
final class MailUnderFire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PiletServer server;
    private final Random random = new Random(20261121);
    private final ExecutorService besides = Executors.newSingleThreadExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();

    private MailUnderFire(PiletServer server) throws Exception {
        this.server = server;
        allow("ada@pilet.test", "mail:inject,jobs:write,admin");
        allow("mari@pilet.test", "tickets:read,tickets:write");
    }

    static MailUnderFire start(String name, int number) throws Exception {
        return new MailUnderFire(PiletServer.start(name, number));
    }

    /**
     * A mail server's thread whose client is killed in the middle of a mail dies of it, as it should: that must not end
     * whatever else waits here at the time.
     */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    /** How often something was killed, and how often a mail left once more because of it. */
    record Outcome(int mails, int kills, int repeated, int mostCopies) {}

    /**
     * Has so many mails taken in, half of them by the pipe; at points spread at random over them something is killed. Ends
     * when each mail is stored once and decided once, and each sound one has led to one ticket.
     */
    void takeIn(int mails, int kills) throws Exception {
        int sent = 0;
        CompletableFuture<Void> piped = CompletableFuture.completedFuture(null);
        for (int kill = 0; kill < kills; kill++) {
            int from = sent;
            int upTo = mails * (kill + 1) / kills;
            piped = piped.thenRunAsync(() -> pipe(from, upTo), besides);
            for (; sent < upTo; sent++) {
                NumberedMail mail = new NumberedMail(sent);
                if (!mail.isPiped()) {
                    mail.send(server.ports());
                }
            }
            int enough = from + random.nextInt(upTo - from);
            patiently()
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> number("select count(*) from inbound_mail") >= enough);
            if (kill % 5 == 0) { // the others take the connections to the database
                server.kill9();
                server.startAgain();
            } else {
                cutDatabase();
            }
        }
        piped.join();
        patiently().pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(number("select count(*) from inbound_mail")).isEqualTo(mails);
            assertThat(number("select count(*) from inbound_mail where state = 'STORED'"))
                    .isZero();
        });
        requireEachOnce(mails);
    }

    /** Each author of a sound mail was told that it arrived, more than once only under the same Message-ID. */
    Outcome told(int mails, int kills) throws Exception {
        requireAllHandedOut();
        Map<String, Map<String, Integer>> told = received(true);
        for (int number = 0; number < mails; number++) {
            NumberedMail mail = new NumberedMail(number);
            if (!mail.isMalformed()) {
                assertThat(told.get(mail.address()))
                        .as("Message-IDs of what number " + number + " was told")
                        .hasSize(1);
            }
        }
        return outcome(
                told.values().stream().flatMap(ids -> ids.values().stream()).toList(), kills);
    }

    private void requireEachOnce(int mails) throws SQLException {
        long sound = IntStream.range(0, mails)
                .filter(number -> !new NumberedMail(number).isMalformed())
                .count();
        for (String each : List.of(
                "select count(*) from inbound_mail where state = 'DONE' and subject like 'Anomaly%'",
                "select count(*) from ticket where subject like 'Anomaly%'",
                "select count(distinct subject) from ticket where subject like 'Anomaly%'",
                "select count(*) from message where mail_message_id like '<anomaly-%' and origin = 'CUSTOMER'")) {
            assertThat(number(each)).as(each).isEqualTo(sound);
        }
        for (String none : List.of(
                "select count(*) from inbound_mail where state not in ('DONE', 'QUARANTINED')",
                "select count(*) from (select substring(dedup_key from '^[^#]+') as id from inbound_mail group by id having"
                        + " count(*) > 1) doubled",
                "select count(*) from ticket where subject like 'Broken%' and id not in (select ticket_id from inbound_mail"
                        + " where state = 'DONE')")) {
            assertThat(number(none)).as(none).isZero();
        }
    }

    /**
     * Has agents answer so many tickets. At points spread at random over them something is killed at the worst moment: the
     * mail server has just taken a mail over and has not said so yet. Ends when each answer has left.
     */
    Outcome answer(int answers, int kills) throws Exception {
        List<String> tickets =
                texts("select number from ticket where subject like 'Anomaly%' order by id limit " + answers);
        assertThat(tickets).hasSize(answers);
        BlockingQueue<Boolean> killed = new LinkedBlockingQueue<>();
        UserManager users = server.mail().server().getUserManager();
        MessageDeliveryHandler usual = users.getMessageDeliveryHandler();
        Set<String> known = ConcurrentHashMap.newKeySet();
        AtomicBoolean up = new AtomicBoolean(true);
        AtomicInteger done = new AtomicInteger();
        Set<Integer> fatal = new Random(7)
                .ints(0, answers * 9 / 10) // enough follow the last one for it to find the server up
                .distinct()
                .limit(kills)
                .boxed()
                .collect(Collectors.toSet());
        AtomicInteger due = new AtomicInteger();
        users.setMessageDeliveryHandler((mail, to) -> {
            synchronized (known) { // counts as one does
                int number = known.size();
                boolean first = mail.getMessage().getSubject().startsWith("Re:")
                        && known.add(mail.getMessage().getMessageID());
                if (first && fatal.contains(number)) {
                    due.incrementAndGet();
                }
                if (first && due.get() > 0 && up.getAndSet(false)) { // what is dead cannot be killed
                    due.decrementAndGet();
                    killed.add(kill(done.getAndIncrement()));
                }
            }
            return usual.handle(mail, to);
        });
        CompletableFuture<Void> answered =
                CompletableFuture.runAsync(() -> tickets.forEach(this::answerUntilTaken), besides);
        for (int kill = 0; kill < kills; kill++) {
            Boolean whole = nextOf(killed, answered);
            assertThat(whole)
                    .as(() ->
                            "kill " + done.get() + " of " + kills + ", after " + known.size() + " answers; " + state())
                    .isNotNull();
            if (whole) {
                server.startAgain();
            }
            up.set(true);
        }
        answered.join();
        requireAllHandedOut();
        users.setMessageDeliveryHandler(usual);
        List<String> ids = texts(
                "select mail_message_id from message where body_text like 'Answer to %' and delivery = 'SENT' order by id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(answers);
        Map<String, Integer> copies = new HashMap<>();
        received(false).values().forEach(each -> each.forEach((id, count) -> copies.merge(id, count, Integer::sum)));
        assertThat(copies).as("answers that have left").containsKeys(ids.toArray(String[]::new));
        return outcome(ids.stream().map(copies::get).toList(), kills);
    }

    /** The next kill, or null when none comes; who cannot go on answering is heard at once. */
    private static Boolean nextOf(BlockingQueue<Boolean> killed, CompletableFuture<Void> answered)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Boolean next = null;
        while (next == null && System.nanoTime() < end) {
            next = killed.poll(1, TimeUnit.SECONDS);
            if (next == null && answered.isCompletedExceptionally()) {
                answered.join();
            }
        }
        return next;
    }

    /** What a failure should tell about the mail that has not left. */
    private String state() {
        try {
            return texts(
                            "select kind || ' ' || state || ' ' || count(*) || ', due from ' || min(due_at) || ', claimed until '"
                                    + " || coalesce(max(claimed_until)::text, '-') || ', attempts ' || max(attempts) || ': ' ||"
                                    + " coalesce(max(last_error), '') from outbox group by kind, state order by 1")
                    .toString();
        } catch (SQLException unknown) {
            return unknown.getMessage();
        }
    }

    private static Outcome outcome(List<Integer> copies, int kills) {
        return new Outcome(
                copies.size(),
                kills,
                copies.stream().mapToInt(count -> count - 1).sum(),
                copies.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** How often each Message-ID came to each customer, of what a machine wrote or of what agents wrote. */
    private Map<String, Map<String, Integer>> received(boolean automatic) throws MessagingException {
        Map<String, Map<String, Integer>> received = new HashMap<>();
        for (MimeMessage mail : server.mail().server().getReceivedMessages()) {
            String to = ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
            if (to.startsWith("customer-") && automatic == (mail.getHeader("Auto-Submitted") != null)) {
                received.computeIfAbsent(to, unknown -> new HashMap<>()).merge(mail.getMessageID(), 1, Integer::sum);
            }
        }
        return received;
    }

    /** What agents are told in their hours is due later than any test. */
    private void requireAllHandedOut() throws SQLException {
        patiently().pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        number("select count(*) from outbox where state = 'WAITING' and due_at <"
                                + " now() + interval '1 minute'"))
                .isZero());
        assertThat(texts("select kind || ': ' || coalesce(last_error, '') from outbox where state = 'DEAD'"))
                .isEmpty();
    }

    /** Every fifth one takes the whole server, the others its connections to the database. */
    private boolean kill(int number) {
        if (number % 5 == 0) {
            server.kill9();
            return true;
        }
        try {
            cutDatabase();
            return false;
        } catch (SQLException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private void cutDatabase() throws SQLException {
        number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                + " and backend_type = 'client backend' and application_name <> '" + Connections.NAME + "'");
    }

    /** Has the nightly comparison made; returns its difference. */
    long reconcile() throws Exception {
        long before = number("select count(*) from mail_reconciliation");
        HttpRequest start = request("ada@pilet.test", "jobs/mail-reconciliation/executions", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(start, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        patiently().until(() -> number("select count(*) from mail_reconciliation") > before);
        return number("select difference from mail_reconciliation order by id desc limit 1");
    }

    /** What the latest comparison names. */
    List<String> astray() throws SQLException {
        return texts(
                "select kind || ' ' || subject from mail_reconciliation_line where reconciliation_id = (select max(id)"
                        + " from mail_reconciliation) order by position");
    }

    /** Takes a row away behind the application's back. */
    void lose(String deletion) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no foreign key keeps it
            assertThat(statement.executeUpdate(deletion)).isOne();
        }
    }

    /** As a mail server does it: tries each until it is taken. */
    private void pipe(int from, int upTo) {
        for (int number = from; number < upTo; number++) {
            NumberedMail mail = new NumberedMail(number);
            if (mail.isPiped()) {
                HttpRequest request = request(
                                "ada@pilet.test", "inbound-mail?recipient=support@pilet.test", "message/rfc822")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(mail.bytes()))
                        .build();
                untilTaken(request);
            }
        }
    }

    /** As a careful program does it: the same request again under the same key. */
    private void answerUntilTaken(String ticket) {
        untilTaken(request("mari@pilet.test", "tickets/" + ticket + "/messages", "application/json")
                .header("Idempotency-Key", "answer-" + ticket)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"Answer to " + ticket + "\"}"))
                .build());
    }

    private void untilTaken(HttpRequest request) {
        patiently()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try {
                        int status = client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode();
                        assertThat(status).isIn(200, 201, 404, 409, 429, 500, 502, 503); // 404: deployed in a moment
                        return status <= 201;
                    } catch (IOException down) {
                        return false;
                    }
                });
    }

    private HttpRequest.Builder request(String person, String path, String type) {
        return HttpRequest.newBuilder(URI.create(server.address() + "api/v1/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.get(person))
                .header("Content-Type", type);
    }

    private void allow(String person, String scopes) throws Exception {
        String token = "pilet_under-fire-" + person;
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = server.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) select"
                                + " nextval('api_token_seq'), id, 'test', ?, ?, now(), now() + interval '1 day' from person"
                                + " where email = ?")) {
            statement.setBytes(1, hash);
            statement.setString(2, scopes);
            statement.setString(3, person);
            statement.executeUpdate();
        }
        tokens.put(person, token);
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(texts(query).get(0));
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        besides.shutdownNow();
        server.close();
    }
}
