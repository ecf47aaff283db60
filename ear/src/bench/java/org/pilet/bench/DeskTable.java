package org.pilet.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the desk's pages took at each size, beside plain SQL, with what was aimed at. */
final class DeskTable {

    private static final double GROWTH = 1.3;

    private final Map<String, Map<Integer, Measured>> rows = new LinkedHashMap<>();
    private final Map<String, Double> aims = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Each may be null when it was not measured. */
    record Measured(Timing.Times server, Timing.Times floor, Timing.Times browser) {}

    /** The aim is the server's p95 in milliseconds, 0 for none. */
    void add(String what, double aim, int size, Measured measured) {
        aims.put(what, aim);
        rows.computeIfAbsent(what, each -> new LinkedHashMap<>()).put(size, measured);
        System.out.println(size + ": " + what + " " + measured);
    }

    void note(String sentence) {
        notes.add(sentence);
        System.out.println(sentence);
    }

    /** Times in milliseconds, p50 / p95. */
    String text() {
        StringBuilder text =
                new StringBuilder("\n| p50 / p95 in ms | tickets | server | plain SQL | browser | aim |\n");
        text.append("|---|---|---|---|---|---|\n");
        rows.forEach((what, sizes) -> {
            Double before = null;
            for (Map.Entry<Integer, Measured> size : sizes.entrySet()) {
                Measured measured = size.getValue();
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %s | %s | %s | %s |%n",
                        what,
                        size.getKey(),
                        said(measured.server()),
                        said(measured.floor()),
                        said(measured.browser()),
                        judged(aims.get(what), measured.server(), before)));
                before = measured.server().p95();
            }
        });
        notes.forEach(note -> text.append('\n').append("- ").append(note));
        return text.append('\n').toString();
    }

    private static String said(Timing.Times times) {
        return times == null ? "" : String.format(Locale.ROOT, "%.1f / %.1f", times.median(), times.p95());
    }

    private static String judged(double aim, Timing.Times server, Double before) {
        List<String> words = new ArrayList<>();
        if (aim > 0) {
            words.add(
                    String.format(Locale.ROOT, "p95 < %.0f: %s", aim, server.p95() < aim ? "reached" : "NOT reached"));
        }
        if (before != null) {
            double growth = server.p95() / before;
            words.add(String.format(
                    Locale.ROOT, "grown %.2f times: %s", growth, growth <= GROWTH ? "reached" : "NOT reached"));
        }
        return String.join(", ", words);
    }
}
