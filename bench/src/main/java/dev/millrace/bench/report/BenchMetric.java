package dev.millrace.bench.report;

import java.util.List;

/**
 * One metric, with its value in each round.
 *
 * @param part of the bench, such as {@code way}
 * @param subject that was measured, such as {@code Millrace, PostgreSQL}
 * @param name of the metric, such as {@code p99 at 50 %}
 * @param unit such as {@code ms}
 * @param runs at least one, in the order of the rounds
 */
public record BenchMetric(String part, String subject, String name, String unit, List<Double> runs) {
    public BenchMetric {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(part + ", " + subject + ", " + name + " was never measured");
        }
    }

    /** The median; of an even number of values the mean of the middle two. */
    public double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double greatest() {
        return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
