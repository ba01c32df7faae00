package dev.millrace.itests.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The faults of a run, one for each kind, with the first request that showed it. */
final class Findings {
    private static final int MAX_SHOWN = 1_000;

    private final Map<String, Finding> byKind = new LinkedHashMap<>();

    private record Finding(String caller, FuzzRequest request, String answer, int times) {}

    /** Adds a fault. Its kind is the operation with the fault's text, without array indexes. */
    void add(String caller, FuzzRequest request, String fault, ResponseChecker.CheckedResponse answer) {
        String kind = request.operation() + ": " + fault.replaceAll("/\\d+(?=[/:])", "/*");
        String body = answer.body() == null ? "" : answer.body();
        Finding first = new Finding(caller, request, body.substring(0, Math.min(body.length(), MAX_SHOWN)), 1);
        byKind.merge(
                kind,
                first,
                (known, again) -> new Finding(known.caller(), known.request(), known.answer(), known.times() + 1));
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    /** Each finding with a request that shows it. */
    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(finding -> finding.getKey() + " (" + finding.getValue().times() + " times)\n  as "
                        + finding.getValue().caller() + ": "
                        + finding.getValue().request() + "\n  → "
                        + finding.getValue().answer())
                .collect(Collectors.joining("\n\n"));
    }
}
