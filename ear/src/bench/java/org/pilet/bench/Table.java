package org.pilet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, with what would be the limit, and whether the aim is reached. */
final class Table {

    private static final double SHARE = 1.0 / 3;
    private static final double PAGE_MILLIS = 60;
    private static final long MEGABYTES = 1024;

    private final List<String> lines =
            new ArrayList<>(List.of("| what | clients | Pilet | plain SQL | aim |", "|---|---|---|---|---|"));
    private final List<String> notes = new ArrayList<>();

    void rate(String what, int clients, Load.Figures pilet, double floor) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f/s (p50 %d ms, p95 %d ms, %d failed) | %.0f/s | a third of it: %.0f %%, %s |",
                what,
                clients,
                pilet.perSecond(),
                pilet.median(),
                pilet.p95(),
                pilet.failed(),
                floor,
                100 * pilet.perSecond() / floor,
                reached(pilet.perSecond() >= floor * SHARE)));
    }

    void times(String what, Load.Figures pilet, Timing.Times floor) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | 1 | p50 %d ms, p95 %d ms (%d failed) | p50 %.1f ms, p95 %.1f ms | p95 < 60 ms: %s |",
                what,
                pilet.median(),
                pilet.p95(),
                pilet.failed(),
                floor.median(),
                floor.p95(),
                reached(pilet.p95() < PAGE_MILLIS)));
    }

    void memory(String when, long megabytes) {
        lines.add("| server memory, resident, %s | | %d MiB | | < 1 GiB: %s |"
                .formatted(when, megabytes, reached(megabytes < MEGABYTES)));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    String text() {
        return "\n" + String.join("\n", lines) + "\n\n" + String.join("\n", notes) + "\n";
    }

    private static String reached(boolean aim) {
        return aim ? "reached" : "NOT reached";
    }
}
