package org.pilet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures the agents' desk with few and with many tickets, on the server and in a browser, and prints one table. */
public final class DeskBench {

    static final String AGENT = "mari@pilet.test";

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("pilet.bench.sizes", "20000,200000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final boolean KEEPS = Boolean.getBoolean("pilet.bench.keep");
    private static final int ROUNDS = Integer.getInteger("pilet.bench.rounds", 100);
    private static final int WARMING = 40;
    private static final int BROWSED = 20;
    private static final int CROWD = 100;
    private static final int PAGES_EACH = 5;
    private static final int API_PAGE = 200;
    private static final double AIM = 50;
    private static final Duration FOLLOWING = Duration.ofSeconds(30);
    private static final Duration WARMING_UP = Duration.ofSeconds(Integer.getInteger("pilet.bench.warming", 90));
    private static final String FILTERED = "/agent/?view=ALL&status=OPEN&priority=HIGH";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final DeskTable table = new DeskTable();
    private final Installation pilet;

    private DeskBench(Installation pilet) {
        this.pilet = pilet;
    }

    /** Wants the provisioned server, the application and a folder that may be emptied. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]).toAbsolutePath().resolve("desk");
        try (Installation pilet = Installation.start(Path.of(arguments[0]), Path.of(arguments[1]), folder, KEEPS)) {
            DeskBench bench = new DeskBench(pilet);
            for (int size : SIZES) {
                bench.measure(size);
            }
            System.out.println(bench.table.text());
            Files.writeString(folder.resolve("table.md"), bench.table.text());
        }
    }

    private void measure(int size) throws SQLException {
        Installation.Played played = pilet.playUpTo(size);
        if (played.tickets() > 0) {
            table.note(String.format(
                    Locale.ROOT,
                    "%,d tickets made by the data job in %d s: %,d rows of tickets, messages, events and clocks, %,.0f a"
                            + " second",
                    played.tickets(),
                    played.took().toSeconds(),
                    played.rows(),
                    (double) played.rows() / Math.max(1.0, played.took().toSeconds())));
        }
        List<String> numbers = pilet.numbersOfTicketsWithThreeMessages(400);
        DeskWords words = DeskWords.in(pilet);
        table.note(String.format(
                Locale.ROOT,
                "at %,d tickets: rare %s, common %s, two %s",
                size,
                words.rare(),
                words.common(),
                words.pairs()));
        String token =
                pilet.tokens(List.of(AGENT), "tickets:read,tickets:write").get(0);
        String half = halfWay(size, token);
        DeskFloor floor = new DeskFloor(pilet);
        Visitor agent = Visitor.signedIn(pilet.address(), AGENT);
        List<String> open = pilet.numbersOfOpenTickets(400);
        List<String> tickets = numbers.stream()
                .map(each -> "/agent/ticket.xhtml?number=" + each)
                .toList();
        if (size == SIZES.get(0)) {
            AtomicInteger answers = new AtomicInteger();
            warmUp(
                    program -> answer(program, open.get(answers.getAndIncrement() % open.size()), token),
                    Stream.of(
                                    List.of("/agent/", "/agent/?view=ALL&after=" + half, FILTERED),
                                    found(words.rare(), "").subList(0, 1),
                                    found(words.common(), "").subList(0, 1),
                                    found(words.pairs(), "&status=CLOSED").subList(0, 1),
                                    tickets.subList(0, 4))
                            .flatMap(List::stream)
                            .toList());
        }
        try (Browsing browser = new Browsing(pilet.address())) {
            pages("work list, first page", size, agent, browser, List.of("/agent/"), floor.list());
            pages(
                    "half way down the list",
                    size,
                    agent,
                    browser,
                    List.of("/agent/?view=ALL&after=" + half),
                    floor.deep(size / 2));
            pages("filtered view with counts", size, agent, browser, List.of(FILTERED), floor.filtered());
            pages(
                    "rare word",
                    size,
                    agent,
                    browser,
                    found(words.rare(), ""),
                    floor.words(DeskWords.queries(words.rare()), false));
            pages(
                    "rare word, closed tickets",
                    size,
                    agent,
                    browser,
                    found(words.rare(), "&status=CLOSED"),
                    floor.words(DeskWords.queries(words.rare()), true));
            pages(
                    "common word",
                    size,
                    agent,
                    browser,
                    found(words.common(), ""),
                    floor.words(DeskWords.queries(words.common()), false));
            pages(
                    "two words, closed tickets",
                    size,
                    agent,
                    browser,
                    found(words.pairs(), "&status=CLOSED"),
                    floor.words(DeskWords.queries(words.pairs()), true));
            pages("ticket page", size, agent, browser, tickets, new Floor(pilet, FOLLOWING).ticket(numbers));
            replies(size, browser, open, token, floor);
            if (size == SIZES.get(SIZES.size() - 1)) {
                wire(browser, numbers);
            }
        }
        if (size == SIZES.get(SIZES.size() - 1)) {
            crowd(numbers, token);
        }
    }

    /** Before the first size: a server that has just started spends more on compiling itself than on its callers. */
    private void warmUp(Consumer<Visitor> gesture, List<String> paths) {
        long end = System.nanoTime() + WARMING_UP.toNanos();
        List<Thread> agents = Stream.of(0, 1)
                .map(each -> new Thread(() -> {
                    Visitor agent = Visitor.signedIn(pilet.address(), AGENT);
                    Visitor program = Visitor.program(pilet.address());
                    for (int round = each; System.nanoTime() < end; round++) {
                        agent.bytes(paths.get(round % paths.size()));
                        if (round % 5 == 0) {
                            gesture.accept(program);
                        }
                    }
                }))
                .toList();
        agents.forEach(Thread::start);
        for (Thread agent : agents) {
            try {
                agent.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void pages(String what, int size, Visitor agent, Browsing browser, List<String> paths, Timing.Times floor) {
        Iterator<String> next =
                Stream.generate(paths::stream).flatMap(each -> each).iterator();
        Callable<?> visit = () -> agent.bytes(next.next());
        Timing.Times server = Timing.of(WARMING, ROUNDS, visit);
        table.add(what, AIM, size, new DeskTable.Measured(server, floor, browser.pages(3, BROWSED, paths)));
    }

    private void replies(int size, Browsing browser, List<String> numbers, String token, DeskFloor floor)
            throws SQLException {
        Visitor program = Visitor.program(pilet.address());
        List<String> others = numbers.subList(BROWSED + 5, numbers.size()); // than those answered in the browser
        Iterator<String> next =
                Stream.generate(others::stream).flatMap(each -> each).iterator();
        Timing.Times server = Timing.of(WARMING, Math.min(ROUNDS, 100), () -> answer(program, next.next(), token));
        Timing.Times browsed = browser.replies(3, BROWSED, numbers);
        table.add("reply", 0, size, new DeskTable.Measured(server, floor.reply(numbers), browsed));
    }

    private static String answer(Visitor program, String number, String token) {
        return program.post("/api/v1/tickets/" + number + "/messages", token, "{\"text\":\"We look into it.\"}");
    }

    private void wire(Browsing browser, List<String> numbers) {
        for (String path : List.of("/agent/", "/agent/ticket.xhtml?number=" + numbers.get(0))) {
            List<Browsing.Visit> visits = browser.coldAndWarm(path);
            table.note(String.format(
                    Locale.ROOT,
                    "%s: first load %,d KB, interactive after %.0f ms (aim 1,000); again %,d KB, %.0f ms (aim 300)",
                    path.replaceAll("\\?.*", ""),
                    visits.get(0).bytes() / 1024,
                    visits.get(0).millis(),
                    visits.get(1).bytes() / 1024,
                    visits.get(1).millis()));
        }
    }

    private void crowd(List<String> numbers, String token) {
        Crowd crowd = new Crowd(pilet.address(), CROWD);
        crowd.open(numbers, 1); // what every session costs anyway
        long before = pilet.liveBytes();
        crowd.open(numbers, PAGES_EACH);
        long each = (pilet.liveBytes() - before) / (CROWD * PAGES_EACH);
        table.note(String.format(
                Locale.ROOT, "one more open ticket page costs %,d KB of server memory (aim < 200)", each / 1024));
        double cpu = pilet.cpuSeconds();
        Crowd.Seen seen =
                crowd.follow(token, FOLLOWING, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(3));
        table.note(String.format(
                Locale.ROOT,
                "%d signed-in agents with open lists, a new ticket each second, %d s: %d refreshes (%d failed), p50 %.0f"
                        + " ms, p95 %.0f ms; told of a ticket after p95 %.0f ms, shown after p95 %.0f ms (aim 5,000);"
                        + " server %.0f %% of one processor, %d MiB resident",
                CROWD,
                FOLLOWING.toSeconds(),
                seen.refreshes(),
                seen.failed(),
                seen.refresh().median(),
                seen.refresh().p95(),
                seen.heard().p95(),
                seen.shown().p95(),
                100 * (pilet.cpuSeconds() - cpu) / (FOLLOWING.toSeconds() + 5),
                pilet.residentMegabytes()));
    }

    private static List<String> found(List<String> words, String filter) {
        return words.stream()
                .map(each -> "/agent/?view=ALL&q=" + Visitor.encoded(each) + filter)
                .toList();
    }

    /** The cursor of a page as far from the list's beginning as from its end. */
    private String halfWay(int size, String token) {
        Visitor program = Visitor.program(pilet.address());
        String cursor = null;
        for (int seen = 0; seen < size / 2; seen += API_PAGE) {
            String page = program.json(
                    "/api/v1/tickets?view=ALL&limit=" + API_PAGE + (cursor == null ? "" : "&cursor=" + cursor), token);
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                break; // the agent does not see all of them
            }
            cursor = next.group(1);
        }
        return cursor;
    }
}
