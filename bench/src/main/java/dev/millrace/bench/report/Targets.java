package dev.millrace.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The targets of Millrace's performance, each on the databases for which it holds. */
final class Targets {
    private static final String H2 = "Millrace, H2";
    private static final String POSTGRES = "Millrace, PostgreSQL";
    private static final String WILDFLY = "Millrace, WildFly";
    private static final String PEERS = "peers";
    private static final String ONE_BY_ONE = "one by one";
    private static final String BATCHES = "batches of 1,000";

    private final BenchMetrics metrics;
    private final BenchMetrics compared;

    /** The targets against one run. */
    Targets(BenchMetrics metrics) {
        this(metrics, metrics);
    }

    /** @param compared the metrics among {@code metrics} that a page may compare with the peers' */
    Targets(BenchMetrics metrics, BenchMetrics compared) {
        this.metrics = metrics;
        this.compared = compared;
    }

    List<Target> all() {
        List<Target> targets = new ArrayList<>();
        for (String subject : List.of(H2, POSTGRES)) {
            targets.add(Target.ratio(
                    subject + ": whole way one by one ÷ Celery",
                    true,
                    4,
                    compared.find("way", subject, ONE_BY_ONE),
                    compared.find(PEERS, "Celery", ONE_BY_ONE)));
            targets.add(Target.ratio(
                    subject + ": whole way in batches ÷ BullMQ",
                    true,
                    1,
                    compared.find("way", subject, BATCHES),
                    compared.find(PEERS, "BullMQ", ONE_BY_ONE)));
            targets.add(atMost(subject, "p50 at 1 %", "way", 4));
            targets.add(atMost(subject, "p99 at 1 %", "way", 15));
            targets.add(atMost(subject, "p99 at 50 %", "way", 50));
        }
        targets.add(Target.ratio(
                "PostgreSQL: drain ÷ db-scheduler",
                true,
                3,
                drain(POSTGRES),
                compared.find(PEERS, "db-scheduler", "drain")));
        targets.add(Target.ratio(
                "PostgreSQL: drain ÷ JobRunr", true, 5, drain(POSTGRES), compared.find(PEERS, "JobRunr", "drain")));
        for (String subject : List.of(H2, POSTGRES)) {
            List<BenchMetric> depths = metrics.all().stream()
                    .filter(metric ->
                            metric.part().equals("backlog") && metric.subject().equals(subject))
                    .toList();
            targets.add(Target.ratio(
                    subject + ": cost of a dispatch, deepest backlog ÷ shallowest",
                    false,
                    1.5,
                    depths.isEmpty() ? Optional.empty() : Optional.of(depths.get(depths.size() - 1)),
                    depths.stream().findFirst()));
        }
        targets.add(Target.median("Handlers' share of the cores, %", true, 97, onAny("cpu", "share of the handlers")));
        targets.add(Target.median(
                "Heap of a WebSocket session on Payara Micro, KB", false, 40, heapOfASession(Set.of(H2, POSTGRES))));
        targets.add(Target.median(
                "Heap of a WebSocket session on WildFly, KB", false, 15, heapOfASession(Set.of(WILDFLY))));
        targets.add(Target.median(
                "./run until the page answers, s", false, 15, onAny("start", "./run until the page answers")));
        return targets;
    }

    private Target atMost(String subject, String name, String part, double limit) {
        return Target.median(
                subject + ": whole way, " + name + ", ms", false, limit, metrics.find(part, subject, name));
    }

    private Optional<BenchMetric> onAny(String part, String name) {
        return metrics.find(part, H2, name).or(() -> metrics.find(part, POSTGRES, name));
    }

    /** The metric with the most open connections. */
    private Optional<BenchMetric> heapOfASession(Set<String> subjects) {
        return metrics.all().stream()
                .filter(metric ->
                        subjects.contains(metric.subject()) && metric.name().endsWith("open: heap of each"))
                .reduce((earlier, later) -> later);
    }

    private Optional<BenchMetric> drain(String subject) {
        return compared.all().stream()
                .filter(metric ->
                        metric.part().equals("drain") && metric.subject().equals(subject))
                .findFirst();
    }
}
