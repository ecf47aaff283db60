package org.pilet.bench;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scala.Option;
import scala.Some;

/** Puts a load on the server by a Gatling of its own and reads what Gatling has logged. */
final class Load {

    private static final GatlingConfiguration CONFIGURATION = GatlingConfiguration.load();
    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("pilet.bench.warming", 90));

    private final String address;
    private final Path folder;
    private final Duration duration;

    Load(String address, Path folder, Duration duration) {
        this.address = address;
        this.folder = folder;
        this.duration = duration;
    }

    /** Times in milliseconds. */
    record Figures(double perSecond, int median, int p95, long failed) {}

    /** What one run of a simulation gave. */
    record Outcome(LogFileData log) {

        Figures of(String request) {
            Option<GeneralStats> good = stats(request, OK$.MODULE$);
            Option<GeneralStats> bad = stats(request, KO$.MODULE$);
            if (good.isEmpty()) {
                throw new IllegalStateException("No " + request + " succeeded");
            }
            GeneralStats stats = good.get();
            return new Figures(
                    stats.meanRequestsPerSec(),
                    percentile(stats, MEDIAN),
                    percentile(stats, MOST),
                    bad.isEmpty() ? 0 : bad.get().count());
        }

        private Option<GeneralStats> stats(String request, Status status) {
            return log.requestGeneralStats(new Some<>(request), Option.empty(), new Some<>(status));
        }

        private static int percentile(GeneralStats stats, double rank) {
            return ((Number) stats.percentile().apply(rank)).intValue();
        }
    }

    Outcome run(Class<? extends Simulation> simulation, int clients, Map<String, String> properties) {
        return run(simulation, clients, properties, duration);
    }

    /** Before it is measured: a server that has just started spends more on compiling itself than on its callers. */
    void warm(Class<? extends Simulation> simulation, Map<String, String> properties) {
        run(simulation, 4, properties, WARMING);
    }

    private Outcome run(
            Class<? extends Simulation> simulation, int clients, Map<String, String> properties, Duration duration) {
        Path results = folder.resolve(simulation.getSimpleName() + "-" + clients + "-" + System.nanoTime());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1", // it shares the processors with those that it measures
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dbench.address=" + address,
                "-Dbench.clients=" + clients,
                "-Dbench.seconds=" + duration.toSeconds()));
        properties.forEach((key, value) -> command.add("-Dbench." + key + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--no-reports",
                "--simulation",
                simulation.getName(),
                "--results-folder",
                results.toString()));
        try {
            Files.createDirectories(results);
            Path output = results.resolve("output.txt");
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Gatling ended with " + exit + ", see " + output);
            }
            try (var files = Files.walk(results)) {
                Path log = files.filter(file -> file.endsWith("simulation.log"))
                        .findFirst()
                        .orElseThrow();
                return new Outcome(new LogFileReader(log.toFile(), CONFIGURATION).read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
