package dev.millrace.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the metrics, round by round, and prints each value as it arrives. */
public final class BenchMetrics {
    private record Key(String part, String subject, String name, String unit) {}

    private final Map<Key, List<Double>> runs = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    public void add(String part, String subject, String name, String unit, double value) {
        runs.computeIfAbsent(new Key(part, subject, name, unit), key -> new ArrayList<>())
                .add(value);
        System.out.printf(Locale.ROOT, "  %-8s %-22s %-40s %12.2f %s%n", part, subject, name, value, unit);
    }

    /** Adds a value of an earlier run. */
    void take(BenchMetric metric) {
        runs.put(
                new Key(metric.part(), metric.subject(), metric.name(), metric.unit()), new ArrayList<>(metric.runs()));
    }

    /** Notes a measurement that failed. */
    public void missing(String what, String reason) {
        takeMissing(what, reason);
        System.out.printf("  %s: NOT MEASURED: %s%n", what, reason);
    }

    void takeMissing(String what, String reason) {
        missing.put(what, reason);
    }

    /** The failed measurements, each with the reason. */
    public Map<String, String> missing() {
        return Map.copyOf(missing);
    }

    /** All metrics, in the order in which they first came. */
    public List<BenchMetric> all() {
        return runs.entrySet().stream()
                .map(entry -> new BenchMetric(
                        entry.getKey().part(),
                        entry.getKey().subject(),
                        entry.getKey().name(),
                        entry.getKey().unit(),
                        entry.getValue()))
                .toList();
    }

    public Optional<BenchMetric> find(String part, String subject, String name) {
        return all().stream()
                .filter(metric -> metric.part().equals(part)
                        && metric.subject().equals(subject)
                        && metric.name().equals(name))
                .findFirst();
    }
}
