package dev.millrace.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The page for readers, as Markdown. */
final class PerformancePage {
    private static final Map<String, String> PARTS = parts();

    private final CombinedRuns pieces;

    PerformancePage(CombinedRuns pieces) {
        this.pieces = pieces;
    }

    /** @param pictures file name and title of each chart */
    String text(Map<String, String> pictures) {
        StringBuilder page = new StringBuilder();
        page.append("# Performance\n\n");
        page.append("This page is written by `bench/run`; change it there. "
                + (isOfOneRun()
                        ? measured(pieces.runs(), BenchReport::rounds)
                        : "It shows several runs, which are named with each part.")
                + " Each figure is the median of its rounds, with the least and the greatest; the soak has one round."
                + " Client, server, workers, Redis, database and peers share the machine, so figures of one run can be compared"
                + " with each other, and with nothing else.\n\n");
        appendTargets(page);
        pictures.forEach((name, title) -> page.append("![" + title + "](images/performance/" + name + ")\n\n"));
        PARTS.forEach((part, heading) -> appendPart(page, part, heading));
        appendMissing(page);
        appendCircumstances(page);
        return page.toString();
    }

    private boolean isOfOneRun() {
        return pieces.runs().size() == 1;
    }

    private static String measured(Set<BenchReport> runs, ToIntFunction<BenchReport> rounds) {
        return runs.stream()
                .map(run -> "Measured " + run.machine().at() + " at commit "
                        + run.machine().facts().getOrDefault("Commit", "unknown") + ", "
                        + counted(rounds.applyAsInt(run)))
                .collect(Collectors.joining(" "));
    }

    private static String counted(int rounds) {
        return rounds + (rounds == 1 ? " round." : " rounds.");
    }

    private void appendTargets(StringBuilder page) {
        page.append("## What is to be reached\n\n| What | Wanted | Reached | |\n|---|---|---|---|\n");
        for (Target target : new Targets(pieces.metrics(), pieces.compared()).all()) {
            page.append("| " + target.text() + " | " + (target.atLeast() ? "≥ " : "≤ ")
                    + ReadableNumbers.shown(target.limit())
                    + " | "
                    + (target.reached().isPresent()
                            ? ReadableNumbers.shown(target.reached().getAsDouble())
                            : "—")
                    + " | " + (target.reached().isEmpty() ? "not measured" : target.isMet() ? "met" : "**not met**")
                    + " |\n");
        }
        page.append("\nMeasurements behind those that are not met, and behind what was tried:"
                + " [requests](performance/requests.md),"
                + " [dispatch and results](performance/dispatch.md),"
                + " [pushing events](performance/push.md),"
                + " [the start](performance/startup.md).\n\n");
    }

    private void appendPart(StringBuilder page, String part, String heading) {
        List<BenchMetric> metrics = pieces.metrics().all().stream()
                .filter(metric -> metric.part().equals(part))
                .toList();
        if (metrics.isEmpty()) {
            return;
        }
        page.append("## " + heading + "\n\n");
        if (!isOfOneRun()) {
            page.append(measured(pieces.runs(part), run -> run.rounds(part)) + "\n\n");
        }
        page.append("| Who | What | Median | Least … greatest | |\n|---|---|---:|---:|---|\n");
        for (BenchMetric metric : metrics) {
            page.append("| " + metric.subject() + " | " + metric.name() + " | " + ReadableNumbers.shown(metric.median())
                    + " | "
                    + ReadableNumbers.shown(metric.least()) + " … " + ReadableNumbers.shown(metric.greatest()) + " | "
                    + metric.unit()
                    + " |\n");
        }
        page.append("\n");
    }

    private void appendMissing(StringBuilder page) {
        if (!pieces.metrics().missing().isEmpty()) {
            page.append("## Not measured\n\n");
            pieces.metrics()
                    .missing()
                    .forEach((what, reason) -> page.append(
                            "- " + what + ": " + reason.lines().findFirst().orElse("it did not say why") + "\n"));
            page.append("\n");
        }
    }

    private void appendCircumstances(StringBuilder page) {
        page.append("## Machine and settings\n\n| | |\n|---|---|\n");
        facts().forEach((name, values) -> page.append("| " + name + " | " + String.join("; ", values) + " |\n"));
        pieces.runs().stream().findFirst().ifPresent(run -> run.settings()
                .forEach((name, value) -> page.append("| `" + name + "` | " + value + " |\n")));
        page.append(
                "\nEverything else is as `./run` starts it, on Payara Micro. Runs that are warmed up with both compilers have"
                        + " `MILLRACE_SERVER_OPTS=-XX:TieredStopAtLevel=4`, which suits a server that runs for long. A start is measured"
                        + " as `./run` has it, with one. \"Millrace, WildFly\" is the EAR on WildFly, with"
                        + " the same settings, as much heap, and H2. The peers' settings are in `bench/peers`.\n");
    }

    /** Each metric with its values in the runs, one or several. */
    private Map<String, Set<String>> facts() {
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        for (BenchReport run : pieces.runs()) {
            run.machine().facts().forEach((name, value) -> facts.computeIfAbsent(name, key -> new LinkedHashSet<>())
                    .add(value));
        }
        return facts;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("way", "The whole way, from request to result at an open WebSocket");
        parts.put("peers", "Peers, and the floor");
        parts.put("submit", "Submitting alone");
        parts.put("drain", "Drain");
        parts.put("backlog", "Dispatch while much waits");
        parts.put("sessions", "Open WebSockets");
        parts.put("cpu", "CPU work");
        parts.put("start", "Start and rest");
        parts.put("soak", "Soak");
        return parts;
    }
}
