package dev.millrace.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** All results of one run of the bench. */
public final class BenchReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Machine machine;
    private final Map<String, String> settings;
    private final BenchMetrics metrics;
    private final int rounds;

    /** @param settings the differences from a start without any configuration */
    public BenchReport(Machine machine, Map<String, String> settings, BenchMetrics metrics, int rounds) {
        this.machine = machine;
        this.settings = new TreeMap<>(settings);
        this.metrics = metrics;
        this.rounds = rounds;
    }

    /**
     * Reads the files that {@link #write} has written.
     *
     * @throws IllegalArgumentException if there is no {@code results.json} in that folder
     */
    public static BenchReport in(Path folder) {
        Path file = folder.resolve("results.json");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no " + file);
        }
        try {
            JsonNode all = JSON.readTree(file.toFile());
            BenchMetrics metrics = new BenchMetrics();
            all.path("figures").forEach(metric -> metrics.take(metric(metric)));
            texts(all.path("missing")).forEach(metrics::takeMissing);
            return new BenchReport(
                    new Machine(Instant.parse(all.path("at").asText()), texts(all.path("machine"))),
                    texts(all.path("settings")),
                    metrics,
                    all.path("rounds").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Machine machine() {
        return machine;
    }

    Map<String, String> settings() {
        return settings;
    }

    BenchMetrics metrics() {
        return metrics;
    }

    int rounds() {
        return rounds;
    }

    /** A measurement that takes long does not run in every round. */
    int rounds(String part) {
        return metrics.all().stream()
                .filter(metric -> metric.part().equals(part))
                .mapToInt(metric -> metric.runs().size())
                .max()
                .orElse(0);
    }

    boolean has(Set<String> parts) {
        return metrics.all().stream().anyMatch(metric -> parts.contains(metric.part()));
    }

    /** Median, minimum and maximum of each metric, as text. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%n%-9s %-21s %-42s %12s %25s%n", "part", "subject", "figure", "median", "least … greatest"));
        for (BenchMetric metric : metrics.all()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-9s %-21s %-42s %12s %25s %s%n",
                    metric.part(),
                    metric.subject(),
                    metric.name(),
                    ReadableNumbers.shown(metric.median()),
                    ReadableNumbers.shown(metric.least()) + " … " + ReadableNumbers.shown(metric.greatest()),
                    metric.unit()));
        }
        for (Target target : new Targets(metrics).all()) {
            target.reached()
                    .ifPresent(reached -> table.append(String.format(
                            "%-4s %-70s %10s (%s %s)%n",
                            target.isMet() ? "met" : "NOT",
                            target.text(),
                            ReadableNumbers.shown(reached),
                            target.atLeast() ? "at least" : "at most",
                            ReadableNumbers.shown(target.limit()))));
        }
        metrics.missing().forEach((what, reason) -> table.append("not measured: " + what + ": " + reason + "\n"));
        return table.toString();
    }

    /** Writes {@code results.json}, {@code table.txt} and the charts into a folder named after the time. */
    public void write(Path results) {
        Path folder = results.resolve(machine.at().toString().replace(":", ""));
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve("results.json").toFile(), asMap());
            Files.writeString(folder.resolve("table.txt"), table());
            new Charts(metrics).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("Written to " + folder);
    }

    /** Writes {@code performance.md} and its charts. */
    public void writePage(Path docs) {
        writePage(docs, List.of(this));
    }

    /**
     * Writes a page of several runs. Each part of each subject comes from the first run that has it; all values that the page
     * compares come from one run.
     *
     * @param runs at least one
     * @throws IllegalArgumentException if the runs have different machines or settings
     */
    public static void writePage(Path docs, List<BenchReport> runs) {
        CombinedRuns pieces = new CombinedRuns(runs);
        try {
            Path images = docs.resolve("images/performance");
            Files.createDirectories(images);
            Files.writeString(
                    docs.resolve("performance.md"),
                    new PerformancePage(pieces).text(new Charts(pieces.charted()).write(images)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", machine.at().toString());
        all.put("machine", machine.facts());
        all.put("settings", settings);
        all.put("rounds", rounds);
        all.put("figures", metrics.all().stream().map(BenchReport::asMap).toList());
        all.put("missing", metrics.missing());
        return all;
    }

    private static Map<String, Object> asMap(BenchMetric metric) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("part", metric.part());
        map.put("subject", metric.subject());
        map.put("name", metric.name());
        map.put("unit", metric.unit());
        map.put("median", metric.median());
        map.put("runs", List.copyOf(metric.runs()));
        return map;
    }

    private static BenchMetric metric(JsonNode metric) {
        List<Double> runs = new ArrayList<>();
        metric.path("runs").forEach(run -> runs.add(run.asDouble()));
        return new BenchMetric(
                metric.path("part").asText(),
                metric.path("subject").asText(),
                metric.path("name").asText(),
                metric.path("unit").asText(),
                runs);
    }

    private static Map<String, String> texts(JsonNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
