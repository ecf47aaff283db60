package org.pilet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many signed-in agents whose work lists are open and follow what happens, while customers write. */
final class Crowd {

    private static final List<String> AGENTS =
            List.of("mari@pilet.test", "jaan@pilet.test", "reza@pilet.test", "tamar@pilet.test", "ada@pilet.test");

    private final String address;
    private final List<Visitor> agents = new ArrayList<>();

    Crowd(String address, int size) {
        this.address = address;
        for (int i = 0; i < size; i++) {
            agents.add(Visitor.signedIn(address, AGENTS.get(i % AGENTS.size())));
        }
    }

    /**
     * What was seen.
     *
     * @param refresh a list asked for again
     * @param heard from the request that opened a ticket till an agent's page was told
     * @param shown till the agent's page had the list that holds it
     */
    record Seen(Timing.Times refresh, Timing.Times heard, Timing.Times shown, int refreshes, int failed) {}

    /** Each agent opens so many tickets, each a page that the server must keep. */
    void open(List<String> numbers, int each) {
        int next = 0;
        for (Visitor agent : agents) {
            for (int i = 0; i < each; i++) {
                agent.page("/agent/ticket.xhtml?number=" + numbers.get(next++ % numbers.size()));
            }
        }
    }

    /** All listen, as the page does: not at once, and not again before {@code rest} has passed. */
    Seen follow(String token, Duration time, Duration between, Duration spread, Duration rest) {
        Map<Integer, Long> begun = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Double> heard = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> shown = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> refreshes = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(100);
        try {
            for (Visitor agent : agents) {
                AtomicBoolean waits = new AtomicBoolean();
                AtomicInteger known = new AtomicInteger();
                long[] last = {0};
                agent.listen(message -> {
                    int number = opened.get();
                    if (number > 0 && message.contains("opened")) {
                        heard.add((System.nanoTime() - begun.get(number)) / 1e6);
                    }
                    if (message.contains("presence")
                            || message.contains("\"news\"")
                            || !waits.compareAndSet(false, true)) {
                        return;
                    }
                    long pause = Math.max(
                            spread.toNanos() / 10 + ThreadLocalRandom.current().nextLong(spread.toNanos()),
                            rest.toNanos() - (System.nanoTime() - last[0]));
                    threads.schedule(
                            () -> {
                                waits.set(false);
                                int seen = opened.get();
                                long start = System.nanoTime();
                                try {
                                    agent.again("/agent/");
                                    long end = System.nanoTime();
                                    last[0] = end;
                                    refreshes.add((end - start) / 1e6);
                                    for (int each = known.get() + 1; each <= seen; each++) {
                                        shown.add((end - begun.get(each)) / 1e6);
                                    }
                                    known.set(seen);
                                } catch (RuntimeException e) {
                                    failed.incrementAndGet();
                                }
                            },
                            pause,
                            TimeUnit.NANOSECONDS);
                });
            }
            Visitor program = Visitor.program(address);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                begun.put(opened.get() + 1, System.nanoTime());
                opened.incrementAndGet();
                program.post(
                        "/api/v1/tickets",
                        token,
                        "{\"queue\":\"Support\",\"subject\":\"Printer prints blank pages\",\"text\":\"Please help.\"}");
                Thread.sleep(between.toMillis());
            }
            Thread.sleep(rest.plus(spread).plusSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return new Seen(
                Timing.Times.of(List.copyOf(refreshes)),
                Timing.Times.of(List.copyOf(heard)),
                Timing.Times.of(List.copyOf(shown)),
                refreshes.size(),
                failed.get());
    }
}
