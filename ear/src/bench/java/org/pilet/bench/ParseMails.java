package org.pilet.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.pilet.channels.mail.mime.MailParser;

/** The other floor of taking mail in: understanding the very same mails, and nothing else. */
final class ParseMails {

    private ParseMails() {}

    /** Mails a second that so many threads parse, once they are warm. */
    static double perSecond(int threads, Duration duration) {
        run(threads, duration.dividedBy(2));
        return run(threads, duration) * 1e9 / duration.toNanos();
    }

    private static long run(int threads, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        AtomicLong parsed = new AtomicLong();
        Thread[] workers = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> {
                    for (long serial = number; System.nanoTime() < end; serial += threads) {
                        byte[] raw = TakeInMails.mail("parse", serial).getBytes(StandardCharsets.UTF_8);
                        MailParser.parse(new ByteArrayInputStream(raw));
                        parsed.incrementAndGet();
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread worker : workers) {
            worker.start();
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        return parsed.get();
    }
}
