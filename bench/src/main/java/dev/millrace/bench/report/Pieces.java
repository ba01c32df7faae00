package dev.millrace.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a page shows of several runs: each part of each subject from the first run that has it, and what is compared with the
 * peers from the run that measured the peers. A subject that this run has not is shown from another, and not compared.
 */
final class Pieces {
    private static final String PEERS = "peers";
    private static final Set<String> COMPARED = Set.of("way", "drain", PEERS);
    private static final List<String> ALIKE = List.of("Processor", "Cores", "Memory");

    private final Report first;
    private final Report compared;
    private final Figures figures = new Figures();
    private final Map<String, Set<Report>> runsOfParts = new LinkedHashMap<>();
    private final Map<String, Report> owners = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there are none, or on different machines or with different settings */
    Pieces(List<Report> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no results were given");
        }
        first = runs.get(0);
        compared = compared(runs);
        compared.figures().all().stream()
                .filter(figure -> COMPARED.contains(figure.part()))
                .forEach(figure -> owners.put(key(figure), compared));
        for (Report run : runs) {
            requireAlike(first, run);
            for (Figure figure : run.figures().all()) {
                Report owner = owners.computeIfAbsent(key(figure), key -> run);
                if (owner == run) {
                    figures.take(figure);
                    runsOfParts
                            .computeIfAbsent(figure.part(), part -> new LinkedHashSet<>())
                            .add(run);
                }
            }
        }
        runs.forEach(run -> run.figures().missing().forEach((what, reason) -> {
            if (owners.getOrDefault(what, run) == run) {
                figures.takeMissing(what, reason);
            }
        }));
    }

    Figures figures() {
        return figures;
    }

    /** Those of one run, which may be compared with each other. */
    Figures compared() {
        return compared.figures();
    }

    /** Those that may stand side by side in a picture: what is compared with the peers is of one run. */
    Figures pictured() {
        Figures pictured = new Figures();
        compared.figures().all().stream()
                .filter(figure -> COMPARED.contains(figure.part()))
                .forEach(pictured::take);
        figures.all().stream()
                .filter(figure -> !COMPARED.contains(figure.part()))
                .forEach(pictured::take);
        return pictured;
    }

    /** Those that something is shown of; the first if there is nothing to show. */
    Set<Report> runs() {
        Set<Report> shown = new LinkedHashSet<>();
        runsOfParts.values().forEach(shown::addAll);
        return shown.isEmpty() ? Set.of(first) : shown;
    }

    /** Those that figures of a part are from. */
    Set<Report> runs(String part) {
        return runsOfParts.getOrDefault(part, Set.of());
    }

    private static String key(Figure figure) {
        return figure.part() + ", " + figure.subject();
    }

    private static Report compared(List<Report> runs) {
        return runs.stream()
                .filter(run -> run.has(Set.of(PEERS)))
                .findFirst()
                .or(() -> runs.stream().filter(run -> run.has(COMPARED)).findFirst())
                .orElse(runs.get(0));
    }

    private static void requireAlike(Report one, Report other) {
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

    private static IllegalArgumentException different(String how, Report one, Report other) {
        return new IllegalArgumentException("the results of " + one.machine().at() + " and of "
                + other.machine().at() + " were measured " + how + ", so they do not belong on one page");
    }
}
