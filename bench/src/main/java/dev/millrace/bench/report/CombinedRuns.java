package dev.millrace.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Chooses the values of a page of several runs. Each part of each subject comes from the first run that has it. Parts that
 * the page compares with the peers come from the run that measured the peers. If that run lacks a subject, the page shows it
 * from another run and does not compare it.
 */
final class CombinedRuns {
    private static final String PEERS = "peers";
    private static final Set<String> COMPARED = Set.of("way", "drain", PEERS);
    private static final List<String> ALIKE = List.of("Processor", "Cores", "Memory");

    private final BenchReport first;
    private final BenchReport compared;
    private final BenchMetrics metrics = new BenchMetrics();
    private final Map<String, Set<BenchReport>> runsOfParts = new LinkedHashMap<>();
    private final Map<String, BenchReport> owners = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there are no runs, or they have different machines or settings */
    CombinedRuns(List<BenchReport> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no results were given");
        }
        first = runs.get(0);
        compared = compared(runs);
        compared.metrics().all().stream()
                .filter(metric -> COMPARED.contains(metric.part()))
                .forEach(metric -> owners.put(key(metric), compared));
        for (BenchReport run : runs) {
            requireAlike(first, run);
            for (BenchMetric metric : run.metrics().all()) {
                BenchReport owner = owners.computeIfAbsent(key(metric), key -> run);
                if (owner == run) {
                    metrics.take(metric);
                    runsOfParts
                            .computeIfAbsent(metric.part(), part -> new LinkedHashSet<>())
                            .add(run);
                }
            }
        }
        runs.forEach(run -> run.metrics().missing().forEach((what, reason) -> {
            if (owners.getOrDefault(what, run) == run) {
                metrics.takeMissing(what, reason);
            }
        }));
    }

    BenchMetrics metrics() {
        return metrics;
    }

    /** The metrics of one run, which a page may compare with each other. */
    BenchMetrics compared() {
        return compared.metrics();
    }

    /** The metrics for a chart's bars: if the page compares them with the peers, all come from one run. */
    BenchMetrics charted() {
        BenchMetrics charted = new BenchMetrics();
        compared.metrics().all().stream()
                .filter(metric -> COMPARED.contains(metric.part()))
                .forEach(charted::take);
        metrics.all().stream()
                .filter(metric -> !COMPARED.contains(metric.part()))
                .forEach(charted::take);
        return charted;
    }

    /** The runs with at least one shown metric; the first run if there is none. */
    Set<BenchReport> runs() {
        Set<BenchReport> shown = new LinkedHashSet<>();
        runsOfParts.values().forEach(shown::addAll);
        return shown.isEmpty() ? Set.of(first) : shown;
    }

    /** The runs with metrics of a part. */
    Set<BenchReport> runs(String part) {
        return runsOfParts.getOrDefault(part, Set.of());
    }

    private static String key(BenchMetric metric) {
        return metric.part() + ", " + metric.subject();
    }

    private static BenchReport compared(List<BenchReport> runs) {
        return runs.stream()
                .filter(run -> run.has(Set.of(PEERS)))
                .findFirst()
                .or(() -> runs.stream().filter(run -> run.has(COMPARED)).findFirst())
                .orElse(runs.get(0));
    }

    private static void requireAlike(BenchReport one, BenchReport other) {
        if (!one.settings().equals(other.settings())) {
            throw different("with different settings", one, other);
        }
        for (String fact : ALIKE) {
            if (!Objects.equals(
                    one.machine().facts().get(fact), other.machine().facts().get(fact))) {
                throw different("on different machines", one, other);
            }
        }
    }

    private static IllegalArgumentException different(String how, BenchReport one, BenchReport other) {
        return new IllegalArgumentException("the results of " + one.machine().at() + " and of "
                + other.machine().at() + " were measured " + how + ", so they do not belong on one page");
    }
}
